import { logSigned } from '../../log/logSigned.ts';
import type { CheckFacts, CheckLedger } from '../ports.ts';
import type { Hex } from '../../kernel/values.ts';
import { checkLicence, type CheckOptions } from '../checkLicence.ts';
import type { Question } from '../Question.ts';
import type { Work } from '../../work/Work.ts';
import { DecisionRecord, type CheckAnswer } from './Receipt.ts';
import { hashDecision, receiptData } from './receiptData.ts';

/**
 * Asks as `checkLicence` does, and has the answer signed by the service (EIP-712) and appended to the log; durable when
 * it returns. Whoever files it can prove later what was said, and that the terms and the chain were as it says.
 *
 * The same question in the same second at the same block is the same entry.
 */
export async function checkWithReceipt(
  ledger: CheckLedger,
  question: Question,
  options: CheckOptions = {},
): Promise<CheckAnswer> {
  const documents = new Map<Hex, boolean>();
  const logged = new Set<number>();
  const decision = await checkLicence(watching(ledger, documents, logged), question, options);
  const { deployment, signer } = ledger;
  const record: DecisionRecord = {
    type: 'decision',
    version: 1,
    author: await signer.account(),
    stated: decision.decided,
    decision,
    deployment,
    documents: [...documents].map(([hash, here]) => ({ hash, here })),
    logged: [...logged],
  };
  const signature = await signer.sign(receiptData(deployment, record));
  const decisionHash = hashDecision(decision);
  const about = { type: 'decision', subject: decisionHash } as const;
  const { index, leafHash } = await logSigned(ledger, DecisionRecord, about, { record, signature });
  const { author, stated } = record;
  return { ...decision, receipt: { author, stated, decisionHash, signature, index, leafHash } };
}

/** The same ledger; it writes down which documents and which entries of the log an answer was made from. */
function watching(ledger: CheckLedger, documents: Map<Hex, boolean>, logged: Set<number>): CheckLedger {
  const note = (work: Work | undefined) => {
    if (work?.logged != null) logged.add(work.logged.index);
  };
  const watched = (facts: CheckFacts): CheckFacts => ({
    ...facts,
    workOf: async (workId) => {
      const work = await facts.workOf(workId);
      note(work);
      return work;
    },
    findHoldings: async (workId, licensee) => {
      const holding = await facts.findHoldings(workId, licensee);
      note(holding?.work);
      return holding;
    },
  });
  return {
    ...ledger,
    recall: (query) =>
      ledger.recall((facts) => {
        // A query may be run again, on newer facts.
        documents.clear();
        logged.clear();
        return query(watched(facts));
      }),
    documents: {
      read: async (hash) => {
        const document = await ledger.documents.read(hash);
        documents.set(hash, document.state !== 'missing');
        const inherited = document.state === 'here' ? document.inherited : [];
        for (const one of inherited) documents.set(one, true);
        return document;
      },
    },
  };
}
