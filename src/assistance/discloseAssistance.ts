import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { WorkLedger } from '../work/ports.ts';
import { hexId, type Hex } from '../kernel/values.ts';
import { requireWork } from '../work/findWork.ts';
import { requireChain } from '../work/registerWork.ts';
import { disclosureData } from './record/assistanceData.ts';
import { requireInputs } from './declareAssistance.ts';
import { DisclosureRecord, type LoggedDisclosure, type SignedDisclosure } from './record/DisclosureRecord.ts';
import { findDisclosure } from './findAssistance.ts';
import { logSigned, toPlace, requireSigned } from '../log/logSigned.ts';
import { notBy } from '../log/notBy.ts';
import { requireOpens } from './record/Opening.ts';
import { requireSessions } from '../process/requireSessions.ts';
import { standingRecords, type Standing } from './record/standingRecords.ts';
import { refuseConflict } from '../kernel/Contradiction.ts';

/**
 * Logs an author's own opening of a record that was withheld: from then on everybody can read it, and check that it is
 * what the log held all the time. Disclosing again gives the entry that is there.
 *
 * @throws LedgerError `chain-mismatch`, `work-unknown`, `entry-unknown`, `creator-required`, `assistance-conflict` for
 * an opening of something else, or of what is public, `signature-invalid`.
 */
export async function discloseAssistance(
  ledger: WorkLedger,
  signed: SignedDisclosure,
): Promise<LoggedDisclosure> {
  const { record, signature } = signed;
  const { workId, author, discloses, opening } = record;
  requireChain(ledger, signed.chainId);
  await ledger.reach();
  await ledger.read(async (facts) => {
    await requireWork(facts, workId);
    await requireInputs(facts, opening.record);
  });
  const { record: withheld } = requireRecord(ledger, workId, discloses);
  if (withheld.author !== author) throw notBy(withheld.author, author);
  if (withheld.disclosure === 'public') {
    throw refuseConflict({
      statements: [
        { step: null, field: 'disclosure', says: withheld.disclosure },
        { step: null, field: 'discloses', says: discloses },
      ],
      rule: message('errors.rule-withheld'),
    });
  }
  requireOpens(withheld, opening);
  requireSessions(ledger, opening.record.sessions, author);
  await requireSigned(ledger, author, disclosureData(ledger, record), signature);

  const known = await findDisclosure(ledger, workId, discloses);
  if (known !== null) return known;
  const about = { type: 'disclosure', subject: hexId(workId) } as const;
  const entry = await logSigned(ledger, DisclosureRecord, about, { record, signature });
  return { record, signature, ...(await toPlace(ledger, entry)) };
}

/**
 * A record of a work by its leaf hash.
 *
 * @throws LedgerError `entry-unknown`.
 */
export function requireRecord(ledger: WorkLedger, workId: bigint, leafHash: Hex): Standing {
  const found = standingRecords(ledger, workId).find(({ entry }) => entry.leafHash === leafHash);
  if (found !== undefined) return found;
  throw new LedgerError('entry-unknown', message('errors.assistance-record', { workId, got: leafHash }), {
    details: { workId: `${workId}`, got: leafHash },
  });
}
