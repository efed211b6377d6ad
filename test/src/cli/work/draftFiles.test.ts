import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maskDraft, steps } from '../../../support/drafts.ts';
import { picture } from '../../../support/picture.ts';
import { toRefusal, runCli } from '../spawnCli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianpu-cli-'));
  await Promise.all([
    writeFile(join(folder, 'mask.png'), await picture('#b5201c')),
    writeFile(join(folder, 'mask.json'), JSON.stringify(maskDraft)),
  ]);
});
afterAll(async () => await rm(folder, { recursive: true }));

it.each([
  ['broken JSON, by its line', '{\n "title":\n}\n', { code: 'json-malformed', details: { line: 3 } }],
  ['an unknown kind', { ...maskDraft, kind: 'statue' }, wrongField('kind')],
  [
    'a share that is none',
    { ...maskDraft, payees: [{ account: `0x${'11'.repeat(20)}`, shareBps: 10_001 }] },
    wrongField('payees[0].shareBps'),
  ],
  [
    'a hash that is too short',
    { ...maskDraft, sources: [{ workId: '5', termsId: '0x12' }] },
    wrongField('sources[0].termsId'),
  ],
  ['a list', [maskDraft], { code: 'input-invalid' }],
])('a draft is refused, before anything is asked, for %s', async (_, draft, problem) => {
  const file = await write('draft.json', draft);
  const refused = await register('mask.png', '--draft', file);
  expect(refused).toMatchObject({ exit: 2, stdout: '', ...problem });
  expect(refused.details['file']).toBe(file);
});

it.each([
  ['a level that is none', true, ['--disclosure', 'secret']],
  ['readers of what everybody reads', true, ['--reader', 'age1x']],
  ['readers that are not named', true, ['--disclosure', 'readers', '--opening', 'a.json']],
  ['an opening of what everybody reads', true, ['--opening', 'a.json']],
  ['no place for the opening', true, ['--disclosure', 'hashOnly']],
  ['nothing to withhold', false, ['--disclosure', 'hashOnly', '--opening', 'a.json']],
])('what is withheld is refused, before anything is asked, for %s', async (_, said, options) => {
  const draft = await write('good.json', maskDraft);
  const withheld = said ? ['--steps', await write('all.json', steps)] : [];
  expect(await register('mask.png', '--draft', draft, ...withheld, ...options)).toMatchObject({
    exit: 2,
    stdout: '',
    code: 'input-invalid',
  });
});

it('steps are refused with the place of the step that is wrong', async () => {
  const wrong = steps.map((step) => ({ ...step, tool: null }));
  const file = await write('steps.json', wrong);
  const refused = await register('mask.png', '--draft', join(folder, 'mask.json'), '--steps', file);
  expect(refused).toMatchObject({ exit: 2, details: { file, issues: [{ field: 'steps[1].tool' }] } });
});

it('a picture that is not there is refused by its name', async () => {
  const refused = await register('missing.png', '--draft', join(folder, 'mask.json'));
  expect(refused).toMatchObject({ exit: 2, details: { file: join(folder, 'missing.png') } });
});

async function register(name: string, ...args: string[]) {
  const nowhere = { LIANPU_URL: 'http://127.0.0.1:1', LIANPU_KEY: `0x${'33'.repeat(32)}` };
  return toRefusal(await runCli(['work', 'register', join(folder, name), ...args, '--json'], nowhere));
}

async function write(name: string, content: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

function wrongField(field: string) {
  return { code: 'input-invalid', details: { issues: [{ field }] } };
}
