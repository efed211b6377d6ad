import { z } from 'zod';
import { decodeDocument } from '../document.ts';
import { canonicalJson } from '../canonical.ts';
import type { Entry, Ledger } from '../ledger.ts';
import { Signature, hexId } from '../values.ts';
import { AssistanceRecord, type LoggedAssistance } from './Assistance.ts';

const Payload = z.strictObject({ record: AssistanceRecord, signature: Signature });

/** The assistance records of a work, in the order they were logged, each with the anchor that covers it. */
export async function findAssistance(ledger: Ledger, workId: bigint): Promise<LoggedAssistance[]> {
  const found: LoggedAssistance[] = [];
  for (const entry of ledger.log.entriesOf('assistance', hexId(workId))) {
    found.push(await describeEntry(ledger, entry));
  }
  return found;
}

/** A record of the log with the anchor that covers it. */
export async function describeEntry(ledger: Ledger, entry: Entry): Promise<LoggedAssistance> {
  const { index, payload, leafHash } = entry;
  const { record, signature } = decodeDocument(Payload, payload);
  return {
    record,
    signature,
    index,
    leafHash,
    anchor: await ledger.read((facts) => facts.anchorFrom(index + 1)),
  };
}

/** The entry that says the same already, whenever it was stated and whatever form its signature came in. */
export function entryOf(ledger: Ledger, record: AssistanceRecord): Entry | undefined {
  const wordsOf = (one: AssistanceRecord) => canonicalJson(z.encode(AssistanceRecord, { ...one, stated: 0 }));
  const wanted = wordsOf(record);
  return ledger.log
    .entriesOf('assistance', hexId(record.workId))
    .find(({ payload }) => wordsOf(decodeDocument(Payload, payload).record) === wanted);
}
