import { writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { openLog } from '../../src/log/openLog.ts';

/** Appends without end, a few at once, publishes now and then, and says what was acknowledged. */
const [folder = '', round = ''] = process.argv.slice(2);
const log = await openLog(folder, 'lianpu/crash');
for (let n = 0; ; n += 1) {
  const records = Array.from({ length: 1 + (n % 97) }, (_, i) => ({
    envelope: {
      type: 'assistance',
      subject: `0x${randomBytes(32).toString('hex')}`,
      author: `0x${'1'.repeat(40)}`,
    } as const,
    payload: Buffer.from(`round ${round}, ${n}, ${i}, ${'x'.repeat(n % 3000)}`),
  }));
  if (n % 5 === 4) void log.publish();
  const entries = await Promise.all(records.map((record) => log.append(record)));
  writeSync(1, entries.map(({ index, leafHash }) => `${index} ${leafHash}\n`).join(''));
}
