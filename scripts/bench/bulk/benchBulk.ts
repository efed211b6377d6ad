import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openPreparing } from '../../../src/bulk/preparing.ts';
import type { Log } from '../../../src/log/Log.ts';
import { ingestFile } from './ingestFile.ts';
import { benchProofs } from './benchProofs.ts';
import { writeMasks } from './masks.ts';
import { measure, type Measure } from '../measure.ts';

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
  let last: Log | undefined;
  let round = 0;
  const closing: (() => Promise<void>)[] = [];
  try {
    await writeMasks(file, count);
    const log = async () => {
      const place = join(folder, `log${(round += 1)}`);
      const opened = await ingestFile(preparing, file, count, place);
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
      notes: [...proofs, await measurePeak(file, count, join(folder, 'alone'))],
    };
  } finally {
    await preparing.close();
    await rm(folder, { recursive: true });
  }
}

/** In a process that does nothing else: this one holds what it measured before. */
async function measurePeak(file: string, count: number, place: string): Promise<string> {
  const script = fileURLToPath(new URL('./ingestFile.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...process.execArgv,
    script,
    file,
    `${count}`,
    place,
  ]);
  return `peak memory of a process that takes in ${count.toLocaleString('en')} registrations: ${stdout.trim()} MB`;
}

async function insertRaw(file: string, database: string): Promise<void> {
  const db = new DatabaseSync(database);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; create table raw (line text); begin');
  const insert = db.prepare('insert into raw values (?)');
  let n = 0;
  for await (const lines of listBlocks(file)) {
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

async function* listBlocks(file: string): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + (chunk as string)).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
}
