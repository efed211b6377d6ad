import { z } from 'zod';
import { canonicalJson } from '../canonical.ts';
import { LedgerError } from '../error.ts';
import type { Ledger } from '../ledger.ts';
import { hexId } from '../values.ts';
import { requireWork } from '../work/findWork.ts';
import { requireChain } from '../work/registerWork.ts';
import type { SignedAssistance } from './Assistance.ts';
import { AssistanceRecord, type LoggedAssistance } from './Assistance.ts';
import { assistanceData } from './assistanceData.ts';
import { describeEntry, entryOf } from './findAssistance.ts';
import { requireConsistent, requireDerived, requireToken } from './summary/requireConsistent.ts';

/**
 * Logs a record its author signed. Declaring the same again gives the entry that is there.
 *
 * @throws LedgerError `chain-mismatch`, `work-unknown`, `creator-required` for another author than the work's creator,
 * `assistance-conflict` for statements that clash, in the record or with the token, `signature-invalid`.
 */
export async function declareAssistance(ledger: Ledger, signed: SignedAssistance): Promise<LoggedAssistance> {
  const { record, signature } = signed;
  requireChain(ledger, signed.chainId);
  await ledger.reach();
  await ledger.read(async (facts) => {
    const work = await requireWork(facts, record.workId);
    if (work.creator !== record.author) {
      throw new LedgerError(
        'creator-required',
        `expected the creator ${work.creator}, got ${record.author}`,
        {
          details: { expected: work.creator, got: record.author },
        },
      );
    }
    requireConsistent(record, record.workId);
    requireDerived(record, record.summary);
    requireToken(work.aiSummary, record.summary);
    for (const { inputs } of record.steps) {
      for (const input of inputs) await requireWork(facts, input);
    }
  });
  const data = assistanceData(ledger, record);
  if (!(await ledger.chain.verifySignature(record.author, data, signature))) {
    throw new LedgerError('signature-invalid', `expected a signature of ${record.author} over the record`, {
      details: { signer: record.author },
    });
  }
  const known = entryOf(ledger, record);
  if (known !== undefined) return await describeEntry(ledger, known);
  const payload = canonicalJson({ record: z.encode(AssistanceRecord, record), signature });
  const entry = await ledger.log.append({
    envelope: { type: 'assistance', subject: hexId(record.workId), author: record.author },
    payload: Buffer.from(payload),
  });
  return await describeEntry(ledger, entry);
}
