import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecorder } from '../../../../src/process/recorder/openRecorder.ts';
import { readSessionFile } from '../../../../src/process/recorder/readSessionFile.ts';
import { startSession } from '../../../../src/process/recorder/startSession.ts';
import { author, toBytes } from '../../../support/session.ts';

const run = promisify(execFile);
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianpu-session-'));
  file = join(folder, 'mask.session');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const event = (label: string) => ({ kind: 'edit', contentHash: toBytes(label), label }) as const;
const labelsIn = (path = file) => readSessionFile(path).events.map(({ label }) => label);
const refused = (code: string) => expect.objectContaining({ code }) as unknown;

describe('a session', () => {
  it('begins in a new file that only its owner can read, and never in one that is there', () => {
    const started = startSession(file, author);
    expect(readSessionFile(file)).toMatchObject({ ...started, events: [], torn: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file);
    expect(() => startSession(file, author)).toThrow(refused('input-invalid'));
    expect(readFileSync(file)).toEqual(before);
    expect(startSession(join(folder, 'another'), author).session).not.toBe(started.session);
    expect(() => startSession(join(folder, 'nowhere', 'a'), author)).toThrow(refused('input-invalid'));
  });

  it('goes on where it stopped, with the time each event was recorded', () => {
    startSession(file, author);
    let now = 1000;
    for (const label of ['one', 'two', 'three']) {
      const recorder = openRecorder(file, () => (now += 1));
      recorder.record(event(label));
      recorder.close();
    }
    expect(readSessionFile(file).events.map(({ label, time }) => [label, time])).toEqual([
      ['one', 1001],
      ['two', 1002],
      ['three', 1003],
    ]);
  });

  it('has salts of 32 bytes that no other event has', () => {
    startSession(file, author);
    const recorder = openRecorder(file);
    for (let at = 0; at < 50; at += 1) recorder.record(event('the same'));
    recorder.close();
    const salts = readSessionFile(file).events.flatMap((one) => [one.salt, one.contentSalt, one.labelSalt]);
    expect(new Set(salts).size).toBe(150);
  });

  it('takes no event whose label is none, and goes on with the next', () => {
    startSession(file, author);
    const recorder = openRecorder(file);
    for (const label of ['x'.repeat(1001), 'half \ud800']) {
      expect(() => recorder.record(event(label))).toThrow(refused('input-invalid'));
    }
    recorder.record(event('good'));
    recorder.close();
    expect(labelsIn()).toEqual(['good']);
  });

  it('that was torn is cut when it is opened, and never when it is read', () => {
    startSession(file, author);
    const recorder = openRecorder(file);
    recorder.record(event('one'));
    recorder.close();
    appendFileSync(file, '{"kind":"edit","time":1760');
    expect(readSessionFile(file)).toMatchObject({ torn: 26 });
    expect(labelsIn()).toEqual(['one']);
    const again = openRecorder(file);
    expect(again.cut).toBe(26);
    again.record(event('two'));
    again.close();
    expect(labelsIn()).toEqual(['one', 'two']);
    expect(readSessionFile(file).torn).toBe(0);
  });

  it('that was changed is not opened, and stays as it is', () => {
    startSession(file, author);
    const recorder = openRecorder(file);
    recorder.record(event('one'));
    recorder.record(event('two'));
    recorder.close();
    const changed = readFileSync(file, 'utf8').replace('"label":"one"', '"label":"won"');
    writeFileSync(file, changed);
    expect(() => openRecorder(file)).toThrow(
      expect.objectContaining({
        code: 'store-corrupt',
        details: expect.objectContaining({ line: 2 }) as unknown,
      }),
    );
    expect(readFileSync(file, 'utf8')).toBe(changed);
    expect(() => openRecorder(join(folder, 'nothing'))).toThrow(refused('input-invalid'));
  });
});

describe('two recorders', () => {
  it('of one session are refused, in one process and by a link', () => {
    startSession(file, author);
    const recorder = openRecorder(file);
    const link = join(folder, 'link');
    symlinkSync(file, link);
    for (const path of [file, link]) expect(() => openRecorder(path)).toThrow(refused('store-unreachable'));
    recorder.record(event('one'));
    recorder.close();
    openRecorder(link).close();
    expect(labelsIn()).toEqual(['one']);
  });

  it('of one session are refused across processes', async () => {
    startSession(file, author);
    const recorder = openRecorder(file);
    const failed = await run(process.execPath, ['test/support/sessionWriter.ts', file]).catch(
      (error: unknown) => error as { stderr: string },
    );
    expect(failed.stderr).toContain('store-unreachable');
    recorder.close();
    expect(labelsIn()).toEqual([]);
  });

  it('that is closed records nothing any more', () => {
    startSession(file, author);
    const recorder = openRecorder(file);
    recorder.close();
    expect(() => recorder.record(event('late'))).toThrow(refused('store-unreachable'));
    expect(labelsIn()).toEqual([]);
  });
});

it('a disk that takes no more loses nothing that was recorded, and the event that failed is not half there', async () => {
  startSession(file, author);
  // The system stops the file at 8 kB, and says so as a full disk does.
  const script = `trap '' XFSZ; ulimit -f 8; exec "${process.execPath}" test/support/sessionWriter.ts "${file}"`;
  const failed = await run('bash', ['-c', script]).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  expect(failed.stderr).toContain('store-unreachable');
  const told = failed.stdout.trim().split('\n').slice(1).map(Number);
  expect(told.length).toBeGreaterThan(3);
  const { events, torn } = readSessionFile(file);
  expect(events.length).toBe(told.length);
  expect(torn).toBe(0);
  const recorder = openRecorder(file);
  recorder.record(event('after the disk was cleared'));
  recorder.close();
  expect(labelsIn()).toHaveLength(told.length + 1);
});
