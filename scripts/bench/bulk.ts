import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ingest } from '../../src/bulk/ingest.ts';
import { openPreparing } from '../../src/bulk/preparing.ts';
import type { Facts, Ledger, Log } from '../../src/ledger.ts';
import { benchProofs } from './proofs.ts';
import { openLog } from '../../src/log/openLog.ts';
import type { Hex } from '../../src/values.ts';
import { writeMasks } from './masks.ts';
import { measure, type Measure } from './measure.ts';

const operator: Hex = `0x${'11'.repeat(20)}`;

/**
 * Registrations from a file to a log in which they are durable, in the tree and found by their work, against the floor:
 * the same lines parsed, hashed once, and inserted as they are, in batches.
 */
export async function benchBulk(
  count: number,
  rounds: number,
): Promise<{ measures: Measure[]; notes: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'lianpu-bench-'));
  const file = join(folder, 'masks.ndjson');
  const preparing = openPreparing(availableParallelism());
  let peak = 0;
  let last: Log | undefined;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  let round = 0;
  const closing: (() => Promise<void>)[] = [];
  try {
    await writeMasks(file, count);
    const log = async () => {
      const place = join(folder, `log${(round += 1)}`);
      const opened = await openLog(place, 'lianpu/bench');
      const { added } = await ingest(ledgerWith(opened), preparing, createReadStream(file), operator);
      await opened.publish();
      if (added !== count || opened.size() !== count)
        throw new Error(`expected ${count} entries, got ${added}`);
      // Closed, and taken away, when the clock has stopped.
      last = opened;
      closing.push(async () => {
        await opened.close();
        await rm(place, { recursive: true });
      });
    };
    const floor = async () => {
      for (const close of closing.splice(0)) await close();
      await insertRaw(file, join(folder, 'raw.sqlite'));
    };
    const name = `${count.toLocaleString('en')} registrations: checked, durable, in the tree, found`;
    const measured = await measure(
      { name, baseline: 'the same parsed, hashed, inserted raw in node:sqlite' },
      count,
      log,
      floor,
      { rounds, warm: false },
    );
    await log();
    const proofs = benchProofs(last as Log, count);
    for (const close of closing) await close();
    return {
      measures: [measured],
      notes: [...proofs, `peak memory while registrations came in: ${(peak / 1e6).toFixed(0)} MB`],
    };
  } finally {
    clearInterval(watch);
    await preparing.close();
    await rm(folder, { recursive: true });
  }
}

/** What a ledger is to the stream: a log, and terms that are known. */
function ledgerWith(log: Ledger['log']): Ledger {
  const facts = { termsOf: () => Promise.resolve({ uses: 1 }) } as unknown as Facts;
  return {
    log,
    deployment: { chainId: 31337, log: operator },
    read: (query: (facts: Facts) => unknown) => Promise.resolve(query(facts)),
  } as unknown as Ledger;
}

async function insertRaw(file: string, database: string): Promise<void> {
  const db = new DatabaseSync(database);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; create table raw (line text); begin');
  const insert = db.prepare('insert into raw values (?)');
  let n = 0;
  for await (const lines of blocksOf(file)) {
    for (const line of lines) {
      JSON.parse(line);
      hash('sha256', line);
      insert.run(line);
      if ((n += 1) % 10_000 === 0) db.exec('commit; begin');
    }
  }
  db.exec('commit');
  db.close();
  await Promise.all(['', '-wal', '-shm'].map((end) => rm(`${database}${end}`, { force: true })));
}

async function* blocksOf(file: string): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
}
