import type { WorkLedger } from '../work/ports.ts';
import { hexId, type Hex } from '../kernel/values.ts';
import { Countersignature, type LoggedCountersignature } from './record/Countersignature.ts';
import { DisclosureRecord, type LoggedDisclosure } from './record/DisclosureRecord.ts';
import type { LoggedAssistance } from './record/LoggedAssistance.ts';
import { toPlace, readSigned } from '../log/logSigned.ts';
import { standingRecords, type Standing } from './record/standingRecords.ts';

/**
 * The assistance records of a work, in the order they were logged, each with the anchor that covers it, what took its
 * place, who countersigned it, and what was disclosed of it.
 */
export async function findAssistance(ledger: WorkLedger, workId: bigint): Promise<LoggedAssistance[]> {
  const found: LoggedAssistance[] = [];
  for (const one of standingRecords(ledger, workId)) found.push(await describeRecord(ledger, one));
  return found;
}

/** A record of the log with all that was said of it since. */
export async function describeRecord(
  ledger: WorkLedger,
  { entry, record, signature, amendedBy }: Standing,
): Promise<LoggedAssistance> {
  return {
    record,
    signature,
    ...(await toPlace(ledger, entry)),
    amendedBy,
    countersignatures: await listCountersignatures(ledger, record.workId, entry.leafHash),
    disclosed: await findDisclosure(ledger, record.workId, entry.leafHash),
  };
}

/** Who countersigned a record, in the order they did. */
export async function listCountersignatures(
  ledger: WorkLedger,
  workId: bigint,
  leafHash: Hex,
): Promise<LoggedCountersignature[]> {
  const found: LoggedCountersignature[] = [];
  for (const entry of ledger.log.entriesOf('countersignature', hexId(workId))) {
    const signed = readSigned(Countersignature, entry);
    if (signed.record.countersigns === leafHash) found.push({ ...signed, ...(await toPlace(ledger, entry)) });
  }
  return found;
}

/** What its author opened of a record for everybody; the first time counts. */
export async function findDisclosure(
  ledger: WorkLedger,
  workId: bigint,
  leafHash: Hex,
): Promise<LoggedDisclosure | null> {
  for (const entry of ledger.log.entriesOf('disclosure', hexId(workId))) {
    const signed = readSigned(DisclosureRecord, entry);
    if (signed.record.discloses === leafHash) return { ...signed, ...(await toPlace(ledger, entry)) };
  }
  return null;
}
