import { z } from 'zod';
import { decodeDocument } from '../document.ts';
import type { Ledger } from '../ledger.ts';
import { Bytes, hexId } from '../values.ts';
import { AssistanceRecord, type LoggedAssistance } from './Assistance.ts';

const Payload = z.strictObject({ record: AssistanceRecord, signature: Bytes });

/** The assistance records of a work, in the order they were logged, each with the anchor that covers it. */
export async function findAssistance(ledger: Ledger, workId: bigint): Promise<LoggedAssistance[]> {
  const entries = ledger.log.entriesOf('assistance', hexId(workId));
  if (entries.length === 0) return [];
  return await ledger.read(async (facts) => {
    const found: LoggedAssistance[] = [];
    for (const { index, payload, leafHash } of entries) {
      const { record, signature } = decodeDocument(Payload, Buffer.from(payload));
      found.push({ record, signature, index, leafHash, anchor: await facts.anchorFrom(index + 1) });
    }
    return found;
  });
}
