import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBytes, readDraft, readJson } from '../../../../src/cli/terminal/readInput.ts';
import { TermsDraft } from '../../../../src/terms/draft/TermsDraft.ts';
import { native } from '../../../../src/kernel/values.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'lianpu-cli-'))));
afterAll(async () => await rm(folder, { recursive: true }));

async function toPath(text: string): Promise<string> {
  const file = join(folder, 'input.json');
  await writeFile(file, text);
  return file;
}

it('a file that is not there is refused by its name', async () => {
  const file = join(folder, 'nowhere.json');
  await expect(readBytes(file)).rejects.toMatchObject({ code: 'input-invalid', details: { file } });
});

describe('JSON that is broken names its line', () => {
  it.each([
    ['in the middle', '{\n  "a": 1,\n  "b": }\n}\n', 3],
    ['by a missing comma', '{\n  "a": 1\n  "b": 2\n}\n', 3],
    ['by a word', '[\n1,\nnone\n]', 3],
    ['by an open text', '{\n  "a": "x\n}', 2],
    ['by half a word', '[\n  nul\n]', 2],
    ['by half a number', '[\n  1.\n]', 2],
    ['by a text that runs to the end', '{\n  "a": "x', 2],
    ['by what follows it', '{}\n\n}', 3],
    ['by its end', '{\n  "a": [1,\n  2\n\n', 3],
    ['by being empty', '', 1],
  ])('%s', async (_, text, line) => {
    const file = await toPath(text);
    await expect(readJson(file)).rejects.toMatchObject({ code: 'json-malformed', details: { file, line } });
  });
});

describe('a draft', () => {
  const terms = { title: { en: 'Games' }, uses: ['display'], currency: native, price: '20' };

  it('is given as it was written, for the SDK to read', async () => {
    expect(await readDraft(await toPath(JSON.stringify(terms)), TermsDraft)).toEqual(terms);
  });

  it('may name the currency of the chain itself', async () => {
    const file = await toPath(JSON.stringify({ ...terms, currency: 'native' }));
    expect(await readDraft(file, TermsDraft)).toEqual(terms);
  });

  it.each([
    ['price', { ...terms, price: 20 }],
    ['uses[0]', { ...terms, uses: ['fly'] }],
    ['passOn', { ...terms, passOn: ['adapt'] }],
  ])('with a wrong %s names file and field', async (field, draft) => {
    const file = await toPath(JSON.stringify(draft));
    const refused = await readDraft(file, TermsDraft).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'input-invalid', details: { file, issues: [{ field }] } });
  });

  it('with a field nobody knows is refused', async () => {
    const file = await toPath(JSON.stringify({ ...terms, colour: 'red' }));
    await expect(readDraft(file, TermsDraft)).rejects.toMatchObject({ code: 'input-invalid' });
  });
});
