import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLog } from '../../src/log/openLog.ts';
import type { Hex } from '../../src/kernel/values.ts';
import { measure, type Measure } from './measure.ts';

const count = 500;

/** Appending a record, against the least it can cost: its hash, and one durable insert. */
export async function benchLog(): Promise<Measure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lianpu-bench-'));
  const log = await openLog(folder, 'lianpu/bench');
  const raw = new DatabaseSync(join(folder, 'raw.sqlite'));
  raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; create table raw (payload text)');
  const insert = raw.prepare('insert into raw (payload) values (?)');
  let n = 0;
  const payload = () => JSON.stringify({ n: (n += 1), text: 'x'.repeat(600) });
  const author = `0x${'1'.repeat(40)}` as const;
  try {
    const appended = await measure(
      { name: 'append to the log', baseline: 'SHA-256 and one durable insert' },
      count,
      async () => {
        for (let i = 0; i < count; i += 1) {
          const subject: Hex = `0x${hash('sha256', `work ${n}`)}`;
          const envelope = { type: 'assistance', subject, author } as const;
          await log.append({ envelope, payload: Buffer.from(payload()) });
        }
      },
      () => {
        for (let i = 0; i < count; i += 1) {
          const text = payload();
          hash('sha256', text);
          insert.run(text);
        }
      },
    );
    return [appended];
  } finally {
    await log.close();
    raw.close();
    await rm(folder, { recursive: true });
  }
}
