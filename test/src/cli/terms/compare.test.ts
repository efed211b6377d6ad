import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toRefusal, runCli } from '../spawnCli.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'lianpu-compare-'))));
afterAll(async () => await rm(folder, { recursive: true }));

const upTo = (count: number, type = 'Set') => ({
  '@context': 'http://www.w3.org/ns/odrl.jsonld',
  '@type': type,
  permission: [
    { action: 'display', constraint: [{ leftOperand: 'count', operator: 'lteq', rightOperand: count }] },
  ],
});

async function compared(a: unknown, b: unknown, ...more: string[]) {
  const files = [join(folder, 'a.json'), join(folder, 'b.json')];
  await writeFile(files[0] ?? '', JSON.stringify(a));
  await writeFile(files[1] ?? '', JSON.stringify(b));
  return await runCli(['licence', 'compare', ...files, ...more]);
}

it('a request within a licence fits, with exit code 0', async () => {
  const { code, stdout } = await compared(upTo(100), upTo(80, 'Request'), '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'compatible' });
});

it('a request for more is a conflict that people read, with exit code 3', async () => {
  const { code, stdout } = await compared(upTo(100), upTo(120, 'Request'));
  expect(code).toBe(3);
  expect(stdout).toMatch(/not permitted/);
  expect(stdout).toMatch(/count lteq 100; count lteq 120/);
});

it('what is not understood is undecided, with exit code 4', async () => {
  const strange = { ...upTo(1, 'Request'), permission: [{ action: 'urn:nobody:knows' }] };
  expect((await compared(upTo(100), strange, '--json')).code).toBe(4);
});

it('what is no policy is refused', async () => {
  const refused = toRefusal(await compared(upTo(100), { permission: 7 }, '--json'));
  expect(refused).toMatchObject({ exit: 2, code: 'policy-invalid' });
});
