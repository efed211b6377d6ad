import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashBytes } from '../../../../src/kernel/json/canonicalJson.ts';
import { readSessionFile } from '../../../../src/process/recorder/readSessionFile.ts';
import { startSession } from '../../../../src/process/recorder/startSession.ts';
import { createRandom } from '../../../support/random.ts';
import { author } from '../../../support/session.ts';

const rounds = 50;

it(`a recorder killed ${rounds} times at any moment loses no event it told of, and goes on each time`, async () => {
  // Side by side, as what takes the time is starting.
  await Promise.all([killAgainAndAgain(1), killAgainAndAgain(2)]);
}, 240_000);

async function killAgainAndAgain(seed: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lianpu-crash-'));
  const file = join(folder, 'mask.session');
  startSession(file, author);
  const random = createRandom(seed);
  let told = 0;
  for (let round = 0; round < rounds / 2; round += 1) {
    const lines = await killed(file, random.below(40));
    // It found at least all that the last one told of.
    const from = Number(lines[0]?.replace('from ', ''));
    expect(from).toBeGreaterThanOrEqual(told);
    told = Math.max(told, from, ...lines.slice(1).map(Number));
    const { events } = readSessionFile(file);
    expect(events.length).toBeGreaterThanOrEqual(told);
    expect(events.length).toBeLessThanOrEqual(told + 1);
    for (const [at, event] of events.entries()) {
      expect(event.contentHash).toBe(hashBytes(Buffer.from(`${at + 1}`)));
    }
  }
  expect(told).toBeGreaterThan(rounds / 2);
  await rm(folder, { recursive: true });
}

/** What a recorder told until it was killed, some milliseconds after it began. */
async function killed(file: string, after: number): Promise<string[]> {
  const writer = spawn(process.execPath, ['test/support/sessionWriter.ts', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  writer.stdout.on('data', (part) => (text += String(part)));
  await once(writer.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, after));
  writer.kill('SIGKILL');
  await once(writer, 'close');
  return text.split('\n').slice(0, -1);
}
