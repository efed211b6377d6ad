import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCheckpoint, type Checkpoint } from '../../../src/log/Checkpoint.ts';
import { openLog } from '../../../src/log/openLog.ts';
import { verifyConsistency } from '../../../src/log/tree/verifyProof.ts';

const rounds = 50;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianpu-crash-'));
});
afterAll(() => rm(folder, { recursive: true }));

it(
  'a writer that is killed at any moment loses nothing it acknowledged, and no tree it showed changes',
  { timeout: 300_000 },
  async () => {
    const acknowledged = new Map<number, string>();
    let seen: Checkpoint | undefined;
    for (let round = 0; round < rounds; round += 1) {
      await writeUntilKilled(round, (index, leafHash) => {
        expect(acknowledged.get(index) ?? leafHash).toBe(leafHash);
        acknowledged.set(index, leafHash);
      });
      const note = await readFile(join(folder, 'log', 'checkpoint'), 'utf8').catch(() => undefined);
      const log = await openLog(folder, 'lianpu/crash');
      const size = log.size();
      expect(size).toBeGreaterThanOrEqual(Math.max(0, ...acknowledged.keys()));
      for (const [index, leafHash] of acknowledged) expect(log.entry(index)?.leafHash).toBe(leafHash);
      const shown = note === undefined ? undefined : readCheckpoint(note, log.verifierKey);
      for (const before of [seen, shown].filter((one) => one !== undefined)) {
        if (before.size === 0) continue;
        const proof = log.proveConsistency(before.size, size).map(bytes);
        expect(verifyConsistency(before.size, before.root, size, bytes(log.root(size)), proof)).toBe(true);
      }
      seen = { origin: log.origin, size, root: bytes(log.root(size)) };
      await log.close();
    }
    expect(acknowledged.size).toBeGreaterThan(rounds);
  },
);

/** Starts a writer and kills it some moments after its first acknowledgement. */
async function writeUntilKilled(
  round: number,
  onAcknowledged: (index: number, leafHash: string) => void,
): Promise<void> {
  const writer = spawn(process.execPath, ['test/support/logWriter.ts', folder, `${round}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    writer.on('exit', (_, signal) => resolve(signal));
  });
  let lines = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    const [index = '', leafHash = ''] = line.split(' ');
    onAcknowledged(Number(index), leafHash);
    // A round's own moment, and not a multiple of how records are bundled.
    if (lines === 0) setTimeout(() => writer.kill('SIGKILL'), Math.random() * 60);
    lines += 1;
  }
  expect(await ended).toBe('SIGKILL');
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex.slice(2), 'hex');
}
