import { mkdir, mkdtemp, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashBytes } from '../../../../src/kernel/json/canonicalJson.ts';
import { toContentsFolder, readContent } from '../../../../src/process/recorder/keepContent.ts';
import { openRecorder } from '../../../../src/process/recorder/openRecorder.ts';
import { startSession } from '../../../../src/process/recorder/startSession.ts';
import { readSessionFile } from '../../../../src/process/recorder/readSessionFile.ts';
import { watchDrafts } from '../../../../src/process/recorder/watchDrafts.ts';
import { author } from '../../../support/session.ts';

let folder: string;
let drafts: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianpu-watch-'));
  drafts = join(folder, 'drafts');
  await mkdir(drafts);
  // In the folder that is watched: it must not record itself.
  file = join(drafts, 'mask.session');
  startSession(file, author);
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const write = (name: string, text: string) => writeFile(join(drafts, name), text);
/** Labels and contents of what was recorded. */
const recorded = () =>
  readSessionFile(file).events.map(({ kind, label, contentHash }) => {
    expect(kind).toBe('draft');
    return [label, contentHash];
  });
const draft = (label: string, text: string) => [label, hashBytes(Buffer.from(text))];

/** Watches while something is done. */
async function watching(act: () => Promise<void>, options: { keep?: boolean; rescan?: number } = {}) {
  const recorder = openRecorder(file);
  const ended = new AbortController();
  const skipped: string[] = [];
  const watched = watchDrafts(recorder, drafts, {
    signal: ended.signal,
    stable: 150,
    rescan: options.rescan ?? 300,
    keep: options.keep,
    onEvent: () => undefined,
    onSkipped: (label) => skipped.push(label),
  });
  try {
    await act();
  } finally {
    ended.abort();
    await watched.finally(() => recorder.close());
  }
  return skipped;
}
const until = async (so: () => boolean) => {
  for (let tries = 0; !so(); tries += 1) {
    if (tries === 200) throw new Error(`expected it within ten seconds, got ${JSON.stringify(recorded())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const count = (number: number) => until(() => recorded().length === number);

it('each new and each changed file becomes a draft, in folders, too, and is kept', async () => {
  await write('before.txt', 'was there');
  await watching(async () => {
    await count(1);
    await mkdir(join(drafts, 'faces'));
    await write('faces/guan-yu.svg', 'first');
    await count(2);
    await write('faces/guan-yu.svg', 'second');
    await count(3);
  });
  expect(recorded()).toEqual([
    draft('before.txt', 'was there'),
    draft('faces/guan-yu.svg', 'first'),
    draft('faces/guan-yu.svg', 'second'),
  ]);
  const [, first] = readSessionFile(file).events;
  expect((await readContent(file, first?.contentHash ?? '0x')).toString()).toBe('first');
});

it('a file that is still being written is recorded once, when it is finished', async () => {
  await watching(async () => {
    for (let part = 1; part <= 12; part += 1) {
      await write('large.psd', 'x'.repeat(part * 1000));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    expect(recorded()).toEqual([]);
    await count(1);
  });
  expect(recorded()).toEqual([draft('large.psd', 'x'.repeat(12_000))]);
});

it('what was saved just before the end is recorded before it ends', async () => {
  await watching(async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await write('last.txt', 'at the last moment');
  });
  expect(recorded()).toEqual([draft('last.txt', 'at the last moment')]);
});

it('a file that only looks changed is not recorded again, now or when watching goes on', async () => {
  await write('same.txt', 'same');
  await watching(async () => {
    await count(1);
    await utimes(join(drafts, 'same.txt'), 1, 1);
    await write('other.txt', 'other');
    await count(2);
  });
  await watching(async () => {
    await write('third.txt', 'third');
    await count(3);
  });
  expect(recorded().map(([label]) => label)).toEqual(['same.txt', 'other.txt', 'third.txt']);
});

it('a file that is replaced, as programs do that save safely, is recorded', async () => {
  await write('a.txt', 'one');
  await watching(async () => {
    await count(1);
    await write('a.txt.tmp', 'two');
    await rename(join(drafts, 'a.txt.tmp'), join(drafts, 'a.txt'));
    await count(2);
  });
  expect(recorded()).toEqual([draft('a.txt', 'one'), draft('a.txt', 'two')]);
});

it('hidden and temporary files, links, and what is outside the folder are passed over', async () => {
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await symlink(join(folder, 'secret.txt'), join(drafts, 'link.txt'));
  await symlink(folder, join(drafts, 'out'));
  await mkdir(join(drafts, '.git'));
  for (const name of ['.hidden', '.git/config', 'a.tmp', 'b~', '~$doc.docx', 'c.SWP'])
    await write(name, 'no');
  await watching(async () => {
    await write('yes.txt', 'yes');
    await count(1);
  });
  expect(recorded()).toEqual([draft('yes.txt', 'yes')]);
});

it('without keeping, hashes alone are recorded', async () => {
  await watching(
    async () => {
      await write('a.txt', 'one');
      await count(1);
    },
    { keep: false },
  );
  expect(recorded()).toEqual([draft('a.txt', 'one')]);
  await expect(readFile(toContentsFolder(file))).rejects.toMatchObject({ code: 'ENOENT' });
});

it('a label that is none is said, and the others go on', async () => {
  const long = Array.from({ length: 9 }, () => 'x'.repeat(120)).join('/');
  const skipped = await watching(async () => {
    await mkdir(join(drafts, long), { recursive: true });
    await write(join(long, 'deep.txt'), 'deep');
    await write('fine.txt', 'fine');
    await count(1);
    await new Promise((resolve) => setTimeout(resolve, 400));
  });
  expect(skipped).toEqual([`${long}/deep.txt`]);
  expect(recorded()).toEqual([draft('fine.txt', 'fine')]);
});

it('a folder that is none, or is gone, is an error', async () => {
  const recorder = openRecorder(file);
  const options = {
    signal: new AbortController().signal,
    onEvent: () => undefined,
    onSkipped: () => undefined,
  };
  await expect(watchDrafts(recorder, join(folder, 'nowhere'), options)).rejects.toMatchObject({
    code: 'input-invalid',
  });
  const other = join(folder, 'other');
  await mkdir(other);
  const watched = watchDrafts(recorder, other, { ...options, rescan: 100 });
  setTimeout(() => void rm(other, { recursive: true }), 200);
  await expect(watched).rejects.toMatchObject({ code: 'input-invalid' });
  recorder.close();
});
