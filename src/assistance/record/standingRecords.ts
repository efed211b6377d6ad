import type { Entry } from '../../log/Log.ts';
import type { WorkLedger } from '../../work/ports.ts';
import { hexId, type Hex } from '../../kernel/values.ts';
import { AssistanceRecord } from './Assistance.ts';
import { readSigned } from '../../log/logSigned.ts';

/** A record of a work with its entry, and what took its place. */
export interface Standing {
  entry: Entry;
  record: AssistanceRecord;
  signature: Hex;
  amendedBy: Hex | null;
}

/**
 * The records of a work, in the order they were logged. Each author has one line of them: a first record, and
 * amendments that each take the place of the last.
 *
 * The order of the log decides: where two amend the same record, or begin a line, the first that was logged stands and
 * the other is passed over. So everybody who reads the log comes to the same.
 */
export function standingRecords({ log }: Pick<WorkLedger, 'log'>, workId: bigint): Standing[] {
  const standing = new Map<Hex, Standing>();
  for (const entry of log.entriesOf('assistance', hexId(workId))) {
    const { record, signature } = readSigned(AssistanceRecord, entry);
    const amended = record.amends === null ? undefined : standing.get(record.amends);
    if (record.amends === null) {
      if ([...standing.values()].some((one) => one.record.author === record.author)) continue;
    } else {
      if (amended === undefined || amended.amendedBy !== null) continue;
      if (amended.record.author !== record.author) continue;
      amended.amendedBy = entry.leafHash;
    }
    standing.set(entry.leafHash, { entry, record, signature, amendedBy: null });
  }
  return [...standing.values()];
}
