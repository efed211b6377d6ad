import { createReadStream } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ingest } from '../../../src/bulk/ingest.ts';
import { openPreparing, type Preparing } from '../../../src/bulk/preparing.ts';
import type { Facts, Ledger } from '../../../src/ports/Ledger.ts';
import type { Log } from '../../../src/log/Log.ts';
import { openLog } from '../../../src/log/openLog.ts';
import type { Hex } from '../../../src/kernel/values.ts';

const operator: Hex = `0x${'11'.repeat(20)}`;

/** Takes a file of registrations into a new log, which is the caller's to close. */
export async function ingestFile(
  preparing: Preparing,
  file: string,
  count: number,
  place: string,
): Promise<Log> {
  const log = await openLog(place, 'lianpu/bench');
  const { added } = await ingest(ledgerWith(log), preparing, createReadStream(file), operator);
  await log.publish();
  if (added !== count || log.size() !== count) throw new Error(`expected ${count} entries, got ${added}`);
  return log;
}

/** What a ledger is to the stream: a log, and terms that are known. */
function ledgerWith(log: Log): Ledger {
  const facts = { termsOf: () => Promise.resolve({ uses: 1 }) } as unknown as Facts;
  return {
    log,
    deployment: { chainId: 31337, log: operator },
    read: (query: (facts: Facts) => unknown) => Promise.resolve(query(facts)),
  } as unknown as Ledger;
}

if (import.meta.main) {
  const [file = '', count, place = ''] = process.argv.slice(2);
  const preparing = openPreparing(availableParallelism());
  const log = await ingestFile(preparing, file, Number(count), place);
  await log.close();
  await preparing.close();
  // In KiB: getrusage(2).
  process.stdout.write(`${((process.resourceUsage().maxRSS * 1024) / 1e6).toFixed(0)}\n`);
}
