import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashBytes } from '../../../src/kernel/json/canonicalJson.ts';
import { openFiles } from '../../../src/store/openFiles.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianpu-files-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const bytes = new TextEncoder().encode('脸谱');
const hash = hashBytes(bytes);

it('a file is found by its hash, written once however often and at once', async () => {
  const files = openFiles(folder);
  expect(await files.read(hash)).toBeUndefined();
  expect(await Promise.all(Array.from({ length: 20 }, () => files.write(bytes)))).toEqual(
    Array(20).fill(hash),
  );
  expect(Buffer.from((await files.read(hash)) ?? [])).toEqual(Buffer.from(bytes));
  expect((await readdir(folder, { recursive: true })).length).toBe(2);
});

it('a file that was changed on disk is not given out, and is mended by writing it again', async () => {
  const files = openFiles(folder);
  await files.write(bytes);
  await writeFile(join(folder, hash.slice(2, 4), hash.slice(2)), 'something else');
  await expect(files.read(hash)).rejects.toMatchObject({ code: 'store-corrupt' });
  await files.write(bytes);
  expect(Buffer.from((await files.read(hash)) ?? [])).toEqual(Buffer.from(bytes));
});
