import { z } from 'zod';
import { canonicalJson } from '../kernel/json/canonicalJson.ts';
import { parseInput } from '../kernel/json/parseInput.ts';
import { LedgerError, type ErrorCode } from '../kernel/LedgerError.ts';
import { FiledStatement, hashStatement, Judgement, Statement, statementIdOf } from '../usage/Statement.ts';
import { Hash, zeroHash, type Hex, type Origin } from '../kernel/values.ts';
import type { Session } from './client/session.ts';

/** A statement as a platform writes it; who reports is the signer unless it says so. */
export type StatementDraft = Omit<z.input<typeof Statement>, 'version' | 'reporter'> & { reporter?: string };

/** Report what was used, and pay for it. */
export function usageClient(session: Session) {
  const { http } = session;
  const find = (statementId: Hex) => http.get(FiledStatement, `/v1/usages/${statementId}`);
  const complete = async (draft: StatementDraft) => {
    const reporter = draft.reporter ?? (await session.signing()).account;
    return parseInput(Statement, { ...draft, version: 1, reporter });
  };
  const judge = (statement: Statement) => http.post(Judgement, '/v1/usages/judgements', statement);
  const pay = async (statementId: Hex): Promise<Origin | null> => {
    const statement = await find(statementId);
    if (statement.paid >= statement.due) return null;
    if (statement.paid > 0n) {
      throw new LedgerError(
        'statement-conflict',
        `expected nothing or all of ${statement.due} to be paid, got ${statement.paid}: pay the rest work by work`,
      );
    }
    const { sendStatementPayment } = await import('./client/send.ts');
    return await session.seen(await sendStatementPayment(session, statement));
  };
  return {
    /** Says line by line what is licensed and what is due; nothing is filed, and a named reporter needs no signer. */
    judge: async (draft: StatementDraft): Promise<Judgement> => await judge(await complete(draft)),
    /**
     * Files a statement of the signer's, where the contract judges it for good, and stores its document. Where an
     * earlier call filed it and could not store the document, the document is all that is brought.
     *
     * @throws LedgerError `statement-conflict` for one that was filed before, `work-unknown`, ….
     */
    file: async (draft: StatementDraft): Promise<FiledStatement> => {
      const statement = await complete(draft);
      const { account } = await session.signing();
      if (statement.reporter !== account) {
        throw new LedgerError(
          'input-invalid',
          `reporter: expected the signer ${account}, got ${statement.reporter}`,
          { details: { field: 'reporter', expected: account, got: statement.reporter } },
        );
      }
      const documentHash = hashStatement(statement);
      const statementId = statementIdOf(statement.reporter, documentHash);
      if (!(await exists(find(statementId), 'statement-unknown'))) {
        const { lines: judged } = await judge(statement);
        // The statement's own lines: of the service's, only the licence it found for a line that names none.
        const lines = statement.lines.map((line, i) => ({
          ...line,
          termsId: line.termsId ?? judged[i]?.termsId ?? zeroHash,
        }));
        const { sendStatement } = await import('./client/send.ts');
        await session.seen(await sendStatement(session, documentHash, statement.currency, lines));
      } else if (await exists(http.getBytes(`/v1/files/${documentHash}`), 'content-unknown')) {
        throw new LedgerError(
          'statement-conflict',
          `expected a statement that was not filed yet, got ${statementId}`,
          { details: { statementId } },
        );
      }
      const document = new TextEncoder().encode(canonicalJson(z.encode(Statement, statement)));
      await http.putBytes(z.object({ hash: Hash }), `/v1/files/${documentHash}`, document);
      return await find(statementId);
    },
    find,
    /**
     * Pays what is due for a statement of the signer's, to each work its part, under the statement's id. Of two calls
     * at once, the second pays nothing.
     *
     * @returns null if nothing is due any more.
     * @throws LedgerError `statement-conflict` if a part was paid by other means.
     */
    pay: async (statementId: Hex): Promise<Origin | null> =>
      await session.inTurn('payment', () => pay(statementId)),
  };
}

/** Whether there is what was asked for; `unknown` is the code of a no. */
async function exists(question: Promise<unknown>, unknown: ErrorCode): Promise<boolean> {
  try {
    await question;
    return true;
  } catch (error) {
    if (error instanceof LedgerError && error.code === unknown) return false;
    throw error;
  }
}
