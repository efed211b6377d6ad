import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measureProgress } from '../../src/cli/work/describeUpload.ts';
import { uploadFile, type UploadProgress } from '../../src/cli/work/uploadFile.ts';
import { hashBytes, hashText } from '../../src/kernel/json/canonicalJson.ts';
import { runCli } from '../src/cli/spawnCli.ts';
import { freshService } from '../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
let folder: string;
beforeAll(async () => {
  service = await freshService();
  folder = await mkdtemp(join(tmpdir(), 'lianpu-upload-'));
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true });
});

const lineOf = (n: number) =>
  JSON.stringify({
    title: { en: `Mask ${n}` },
    description: { en: 'x'.repeat(400) },
    kind: 'opera-mask',
    creators: [{ name: { en: 'A mask tool' } }],
    aiSummary: 'trainedAlgorithmicMedia',
    content: { hash: hashText(`${n}`), mediaType: 'image/png', bytes: 1 },
    creator: service.accounts.painter,
  });
/** More than one request holds. */
const fileOf = async (name: string, lines: string[]) => {
  const file = join(folder, name);
  await writeFile(file, lines.map((line) => `${line}\n`).join(''));
  return file;
};

it('an upload that breaks off goes on where it stopped, and told so', async () => {
  const lines = Array.from({ length: 16_000 }, (_, n) => lineOf(n));
  lines[12_000] = '{"bad":';
  const file = await fileOf('masks.ndjson', lines);
  const { bulk } = service.as('operator');
  const pass = await bulk.pass();
  let requests = 0;
  const upload = (bytes: Uint8Array) => {
    requests += 1;
    if (requests === 2) throw new Error('the line went dead');
    return bulk.upload(bytes, pass);
  };
  const told: UploadProgress[] = [];
  await expect(uploadFile(file, upload, (one) => told.push(one))).rejects.toThrow('dead');
  const sent = service.ledger.log.size() - 1;
  expect(sent).toBeGreaterThan(1000);

  const totals = await uploadFile(file, upload, (one) => told.push(one));
  expect(totals).toMatchObject({ skipped: sent, added: 15_999 - sent, known: 0, refused: 1 });
  expect(totals.refusedLines).toMatchObject([{ line: 12_001, code: 'json-malformed' }]);
  expect(told.at(-1)).toMatchObject({ sent: (await stat(file)).size, all: (await stat(file)).size });
  await expect(stat(`${file}.upload`)).rejects.toMatchObject({ code: 'ENOENT' });

  const again = await uploadFile(file, upload, () => undefined);
  expect(again).toMatchObject({ skipped: 0, added: 0, known: 15_999 });
});

it('a file that was changed since begins anew', async () => {
  const file = await fileOf('changed.ndjson', [lineOf(20_000), lineOf(20_001)]);
  const hash = hashBytes((await readFile(file)).subarray(0, 10)).slice(2);
  await writeFile(`${file}.upload`, JSON.stringify({ bytes: 10, lines: 1, hash: hash.replace(/./, 'z') }));
  const { bulk } = service.as('operator');
  const pass = await bulk.pass();
  const totals = await uploadFile(
    file,
    (bytes) => bulk.upload(bytes, pass),
    () => undefined,
  );
  expect(totals).toMatchObject({ skipped: 0, added: 2 });
});

it('the command logs a file, and ends with an error if a line was refused', async () => {
  const good = await fileOf('good.ndjson', [lineOf(30_000), lineOf(30_001)]);
  const bad = await fileOf('bad.ndjson', [lineOf(30_002), '{}']);
  const env = { LIANPU_URL: service.url, LIANPU_KEY: service.keys.operator };
  const done = await runCli(['work', 'upload', good, '--vouch', '--json'], env);
  expect([done.code, JSON.parse(done.stdout)]).toEqual([
    0,
    { lines: 2, added: 2, known: 0, refused: 0, refusedLines: [], skipped: 0 },
  ]);
  const failed = await runCli(['work', 'upload', bad, '--vouch'], env);
  expect(failed.code).toBe(1);
  expect(failed.stdout).toMatch(/2.*input-invalid/);
  const unsigned = await runCli(['work', 'upload', good], { LIANPU_URL: service.url });
  expect(unsigned.code).toBe(1);
  const missing = await runCli(['work', 'upload', join(folder, 'none'), '--vouch'], env);
  expect(missing.code).toBe(2);
});

it('progress has the rate and the time that remains', () => {
  expect(measureProgress({ from: 100, sent: 300, all: 500, lines: 50 }, 2)).toEqual({
    percent: 60,
    lines: 50,
    rate: 25,
    left: 2,
  });
});
