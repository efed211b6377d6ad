import { z } from 'zod';
import { canonicalJson } from '../kernel/json/canonicalJson.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { WorkFacts, WorkLedger } from '../work/ports.ts';
import { hexId } from '../kernel/values.ts';
import { requireWork } from '../work/findWork.ts';
import { requireChain } from '../work/registerWork.ts';
import {
  AssistanceRecord,
  maxAmendments,
  maxRecordBytes,
  type SignedAssistance,
} from './record/Assistance.ts';
import { assistanceData } from './record/assistanceData.ts';
import { describeRecord } from './findAssistance.ts';
import type { LoggedAssistance } from './record/LoggedAssistance.ts';
import { logSigned, requireSigned, saySame } from '../log/logSigned.ts';
import { notBy } from '../log/notBy.ts';
import { requireSessions } from '../process/requireSessions.ts';
import { standingRecords, type Standing } from './record/standingRecords.ts';
import { refuseConflict } from '../kernel/Contradiction.ts';
import { requireCoherent } from './summary/requireCoherent.ts';
import { requireConsistent, requireDerived, requireToken } from './summary/requireConsistent.ts';

/**
 * Logs a record its author signed, be it public or withheld: the first of its author for the work, or an amendment of
 * the last. Declaring the same again gives the entry that is there.
 *
 * @throws LedgerError `chain-mismatch`, `work-unknown`, `creator-required` for another author than the work's creator or
 * an amendment of somebody else's record, `content-too-large`, `entry-unknown` for an amendment of no record of the
 * work or a session that was not logged, `assistance-conflict` for statements that clash, in the record, with the token or with what stands already,
 * `signature-invalid`.
 */
export async function declareAssistance(
  ledger: WorkLedger,
  signed: SignedAssistance,
): Promise<LoggedAssistance> {
  const { record, signature } = signed;
  requireChain(ledger, signed.chainId);
  requireSize(record);
  await ledger.reach();
  await ledger.read((facts) => requireStatement(facts, record));
  if (record.disclosure === 'public') requireSessions(ledger, record.sessions, record.author);
  await requireSigned(ledger, record.author, assistanceData(ledger, record), signature);

  const records = standingRecords(ledger, record.workId);
  const known = records.find((one) => isSame(one.record, record));
  if (known !== undefined) return await describeRecord(ledger, known);
  requirePlace(records, record);
  const about = { type: 'assistance', subject: hexId(record.workId) } as const;
  const entry = await logSigned(ledger, AssistanceRecord, about, { record, signature });
  const standing = standingRecords(ledger, record.workId);
  const logged = standing.find((one) => one.entry.index === entry.index);
  if (logged !== undefined) return await describeRecord(ledger, logged);
  // Another was logged while this one was: it stands, and this one is passed over by every reader.
  requirePlace(standing, record);
  throw new LedgerError('service-failed', message('errors.entry-overtaken', { index: entry.index }));
}

/** What a record says has to agree with itself, as far as it can be read, and with the chain. */
async function requireStatement(facts: WorkFacts, record: AssistanceRecord): Promise<void> {
  const { creator, aiSummary } = await requireWork(facts, record.workId);
  if (creator !== record.author) throw notBy(creator, record.author);
  if (record.disclosure === 'public') {
    requireConsistent(record, record.workId);
    requireDerived(record, record.summary);
    await requireInputs(facts, record);
  } else requireCoherent(record.summary);
  requireToken(aiSummary, record.summary);
}

/** @throws LedgerError `work-unknown` for an input nobody registered. */
export async function requireInputs(
  facts: WorkFacts,
  { steps }: { steps: readonly { inputs: readonly bigint[] }[] },
): Promise<void> {
  for (const input of new Set(steps.flatMap(({ inputs }) => inputs))) await requireWork(facts, input);
}

/** A salt makes each commitment another, and encrypting the same again another text: the commitment counts. */
function isSame(one: AssistanceRecord, other: AssistanceRecord): boolean {
  if (one.disclosure === 'readers' && other.disclosure === 'readers') {
    return saySame(AssistanceRecord, { ...one, sealed: other.sealed }, other);
  }
  return saySame(AssistanceRecord, one, other);
}

/** A record is the first of its author, or amends the last. */
function requirePlace(records: readonly Standing[], { amends, author, workId }: AssistanceRecord): void {
  if (amends === null) {
    const own = records.find((one) => one.record.author === author && one.amendedBy === null);
    if (own === undefined) return;
    throw refuseConflict({
      statements: [
        { step: null, field: 'leafHash', says: own.entry.leafHash },
        { step: null, field: 'amends', says: null },
      ],
      rule: message('errors.rule-amends-latest'),
    });
  }
  const amended = records.find(({ entry }) => entry.leafHash === amends);
  if (amended === undefined) {
    throw new LedgerError('entry-unknown', message('errors.assistance-record', { workId, got: amends }), {
      details: { workId: `${workId}`, got: amends },
    });
  }
  if (amended.record.author !== author) throw notBy(amended.record.author, author);
  const own = records.filter((one) => one.record.author === author).length;
  if (own >= maxAmendments) {
    throw refuseConflict({
      statements: [
        { step: null, field: 'records', says: own },
        { step: null, field: 'amends', says: amends },
      ],
      rule: message('errors.rule-amendments', { most: maxAmendments }),
    });
  }
  if (amended.amendedBy === null) return;
  throw refuseConflict({
    statements: [
      { step: null, field: 'amendedBy', says: amended.amendedBy },
      { step: null, field: 'amends', says: amends },
    ],
    rule: message('errors.rule-amends-latest'),
  });
}

/** @throws LedgerError `content-too-large`. */
function requireSize(record: AssistanceRecord): void {
  // What is encrypted has a limit of its own.
  const counted = { ...z.encode(AssistanceRecord, record), sealed: '' };
  const bytes = Buffer.byteLength(canonicalJson(counted));
  if (bytes <= maxRecordBytes) return;
  throw new LedgerError(
    'content-too-large',
    message('errors.record-size', { most: maxRecordBytes, got: bytes }),
    { details: { expected: maxRecordBytes, got: bytes } },
  );
}
