import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { native } from '../../src/kernel/values.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';
import { maskDraft } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';

let line: Awaited<ReturnType<typeof freshCommandLine>>;
let mask: bigint;
let offered: bigint;

beforeAll(async () => {
  line = await freshCommandLine();
  const { as } = line.service;
  ({ workId: mask } = await as('painter').work.register(maskDraft, await picture('#b5201c')));
  ({ workId: offered } = await as('painter').work.register(maskDraft, await picture('#00ff00')));
  const terms = { title: { en: 'Display' }, uses: ['display' as const], currency: native, price: '0' };
  const { termsId } = await as('painter').licence.offer(mask, terms);
  await as('studio').licence.acquire(mask, termsId);
});
afterAll(async () => await line.close());

const question = (workId: bigint, use: string) => ({
  workId: `${workId}`,
  licensee: line.service.accounts.studio,
  use,
});

it('a thousand questions are answered in their order, and a bad one keeps no other from its answer', async () => {
  const kinds = [question(mask, 'display'), question(offered, 'display'), { workId: '-1' }];
  const questions = Array.from({ length: 2500 }, (_, i) => kinds[i % 3]);
  const answers = [];
  for await (const answer of line.service.as('studio').licence.checkAll(questions)) answers.push(answer);
  expect(answers).toHaveLength(2500);
  answers.forEach((answer, i) => {
    if (i % 3 === 2) expect(answer).toMatchObject({ code: 'input-invalid', status: 400 });
    else expect(answer).toMatchObject({ reason: i % 3 === 0 ? 'licence' : 'no-licence' });
  });
});

it('more than a thousand in one call, or none, are refused', async () => {
  for (const questions of [[], Array.from({ length: 1001 }, () => question(mask, 'display'))]) {
    const response = await fetch(`${line.service.url}/v1/checks/bulk`, {
      method: 'POST',
      body: JSON.stringify({ questions }),
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'input-invalid' }]);
  }
});

it('a stream of lines is answered line by line, before it has ended', async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const write = (text: string) => writer.write(new TextEncoder().encode(text));
  const asked = fetch(`${line.service.url}/v1/checks/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: readable,
    duplex: 'half',
  } as RequestInit);
  await write(`${JSON.stringify(question(mask, 'display'))}\n`);
  const answers = linesOf(await asked);
  expect((await answers.next()).value).toMatchObject({ line: 1, reason: 'licence' });
  await write('{"workId":\n\n');
  expect((await answers.next()).value).toMatchObject({ line: 2, code: 'json-malformed' });
  await write(`"${'x'.repeat(70_000)}"\n${JSON.stringify(question(offered, 'display'))}`);
  expect((await answers.next()).value).toMatchObject({ line: 4, code: 'content-too-large' });
  await writer.close();
  expect((await answers.next()).value).toMatchObject({ line: 5, reason: 'no-licence' });
  expect((await answers.next()).done).toBe(true);
});

it('what is no stream of lines is refused', async () => {
  const response = await fetch(`${line.service.url}/v1/checks/stream`, { method: 'POST', body: '{}' });
  expect([response.status, await response.json()]).toMatchObject([415, { code: 'media-type-unsupported' }]);
});

it('a table comes back with a verdict in each row, its other columns as they were', async () => {
  const [table, out] = [join(line.folder, 'works.csv'), join(line.folder, 'verdicts.csv')];
  const rows = [`${mask},"=1+1",display`, `${offered},mask,display`, `${mask},mask,aiTraining`, 'none,mask,'];
  await writeFile(table, `work,title,use\n${rows.join('\n')}\n`);
  const { studio } = line.service.accounts;
  const asked = ['licence', 'check-all', table, '--licensee', studio, '--use', 'display', '--out', out];
  expect(await line.ask(...asked)).toMatchObject({
    exit: 3,
    permitted: 0,
    'permitted-with-duties': 1,
    denied: 2,
    problem: 1,
  });
  const [header, ...lines] = (await readFile(out, 'utf8')).trim().split('\n');
  expect(header).toBe('work,title,use,verdict,reason,clause,duties,until,offers,block,problem');
  expect(lines[0]).toMatch(new RegExp(`^${mask},'=1\\+1,display,permitted-with-duties,licence,`));
  expect(lines[2]).toContain('denied,use-retained-by-creator');
  expect(lines[3]).toContain('input-invalid: workId');
});

it('a table that cannot be read leaves nothing half-written', async () => {
  const [table, out] = [join(line.folder, 'broken.csv'), join(line.folder, 'broken.out.csv')];
  for (const text of [
    `work,use\n${mask},display\n${mask},"displ`,
    'title,use\na,display\n',
    'work,verdict\n1,2\n',
  ]) {
    await writeFile(table, text);
    expect(await line.refused(null, 'licence', 'check-all', table, '--out', out)).toMatchObject({
      exit: 2,
      code: 'input-invalid',
    });
    await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(readFile(`${out}.part`)).rejects.toMatchObject({ code: 'ENOENT' });
  }
});

it('changes to the works somebody uses are listed from a block on', async () => {
  const { studio, platform } = line.service.accounts;
  const changes = (...more: string[]) => line.done(null, 'licence', 'changes', ...more);
  const before = await changes('--since', '0', '--licensee', studio);
  const told = before.changes.map(({ change }: { change: string }) => change);
  expect(told).toEqual(['registered', 'token-transferred', 'offered', 'licence-acquired']);
  const { as } = line.service;
  const [{ termsId } = { termsId: '0x' as const }] = await as('painter').licence.offers(mask);
  await as('platform').licence.acquire(mask, termsId);
  await as('painter').licence.withdraw(mask, termsId);
  const after = await changes('--since', `${before.through}`, '--licensee', studio);
  expect(after.changes).toMatchObject([{ change: 'withdrawn', workId: `${mask}`, termsId }]);
  const all = await changes(`${mask}`, '--since', `${before.through}`);
  expect(all.changes).toMatchObject([
    { change: 'licence-acquired', licensee: platform },
    { change: 'withdrawn' },
  ]);
  expect((await changes('--since', `${after.through}`, '--licensee', studio)).changes).toEqual([]);
  expect(await line.refused(null, 'licence', 'changes', '--since', '0')).toMatchObject({ exit: 2 });
});

async function* linesOf(response: Response): AsyncGenerator<unknown> {
  let rest = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + Buffer.from(chunk).toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) yield JSON.parse(one);
  }
}
