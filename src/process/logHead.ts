import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { WorkLedger } from '../work/ports.ts';
import { requireChain } from '../work/registerWork.ts';
import { logSigned, toPlace, requireSigned } from '../log/logSigned.ts';
import { notBy } from '../log/notBy.ts';
import { refuseConflict } from '../kernel/Contradiction.ts';
import { listHeads, type StandingHead } from './findHeads.ts';
import { headData } from './headData.ts';
import { maxHeads, ProcessHead, type LoggedHead, type SignedHead } from './ProcessHead.ts';

/**
 * Logs how far a session has come, as its author signed it. Logging the same head again gives the entry that is there.
 *
 * @throws LedgerError `chain-mismatch`, `creator-required` for a session of somebody else, `assistance-conflict` for a
 * head that does not go on from the last, `signature-invalid`.
 */
export async function logHead(ledger: WorkLedger, signed: SignedHead): Promise<LoggedHead> {
  const { record, signature } = signed;
  requireChain(ledger, signed.chainId);
  await requireSigned(ledger, record.author, headData(ledger.deployment, record), signature);

  const known = requireNext(listHeads(ledger, record.session), record);
  if (known !== undefined) return await logged(ledger, known);
  const about = { type: 'process', subject: record.session } as const;
  const entry = await logSigned(ledger, ProcessHead, about, { record, signature });
  // Another may have been logged while this one was: then that one stands, and this one is passed over by everybody.
  const standing = requireNext(listHeads(ledger, record.session), record);
  if (standing !== undefined) return await logged(ledger, standing);
  throw new LedgerError('service-failed', message('errors.entry-overtaken', { index: entry.index }));
}

async function logged(ledger: WorkLedger, { entry, record, signature }: StandingHead): Promise<LoggedHead> {
  return { record, signature, ...(await toPlace(ledger, entry)) };
}

/** The head that is there already, if it is; else the given one has to go on from the last. */
function requireNext(heads: readonly StandingHead[], head: ProcessHead): StandingHead | undefined {
  const last = heads.at(-1);
  if (last === undefined) return undefined;
  if (last.record.author !== head.author) throw notBy(last.record.author, head.author);
  const known = heads.find(({ record }) => record.count === head.count && record.head === head.head);
  if (known !== undefined) return known;
  if (heads.length >= maxHeads) {
    throw refuseConflict({
      statements: [
        { step: null, field: 'logged.heads', says: heads.length },
        { step: null, field: 'count', says: head.count },
      ],
      rule: message('errors.rule-heads', { most: maxHeads }),
    });
  }
  if (head.count > last.record.count) return undefined;
  throw refuseConflict({
    statements: [
      { step: null, field: 'logged.count', says: last.record.count },
      { step: null, field: 'count', says: head.count },
    ],
    rule: message('errors.rule-head-grows'),
  });
}
