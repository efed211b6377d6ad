import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashText } from '../../src/kernel/json/canonicalJson.ts';
import type { Hex } from '../../src/kernel/values.ts';
import { computeWorkId } from '../../src/work/computeWorkId.ts';
import { gameTerms, maskDraft } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { freshService, type Who } from '../support/service.ts';

type Service = Awaited<ReturnType<typeof freshService>>;

describe('masks by the million', () => {
  let service: Service;
  let termsId: Hex;
  const contentOf = (name: string) => ({ hash: hashText(name), mediaType: 'image/png', bytes: 40_000 });
  const lineOf = (who: Who, name: string, more: Record<string, unknown> = {}) => ({
    title: { en: `Mask ${name}` },
    kind: 'opera-mask' as const,
    creators: [{ name: { en: 'A mask tool' } }],
    traits: { role: 'jing', colour: 'red' },
    aiSummary: 'trainedAlgorithmicMedia' as const,
    content: contentOf(name),
    creator: service.accounts[who],
    ...more,
  });
  const idOf = (who: Who, name: string) => computeWorkId(service.accounts[who], contentOf(name).hash);
  const textOf = (lines: unknown[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

  beforeAll(async () => {
    service = await freshService();
    const { work, licence } = service.as('painter');
    const { workId } = await work.register(maskDraft, await picture('#b5201c'));
    ({ termsId } = await licence.offer(workId, gameTerms));
  });
  afterAll(() => service.close());

  it('an operator’s lines are logged, and each work is found, checked and traced before it is minted', async () => {
    const { bulk, work, licence, trace } = service.as('operator');
    const lines = Array.from({ length: 300 }, (_, i) => lineOf('painter', `m${i}`, { termsId }));
    const receipt = await bulk.upload(textOf(lines), await bulk.pass());
    expect(receipt).toMatchObject({ lines: 300, added: 300, known: 0, refused: 0 });

    const workId = idOf('painter', 'm7');
    const found = await work.find(workId);
    expect(found).toMatchObject({
      creator: service.accounts.painter,
      registered: null,
      logged: { author: service.accounts.operator, termsId },
      metadata: { title: { en: 'Mask m7' }, traits: { colour: 'red' } },
    });
    const licensee = service.accounts.studio;
    const ask = (use: 'embedInGame' | 'aiTraining', who: Hex) =>
      licence.check({ workId, licensee: who, use });
    expect(await ask('embedInGame', licensee)).toMatchObject({
      verdict: 'denied',
      reason: 'no-licence',
      offers: [],
    });
    expect(await ask('aiTraining', licensee)).toMatchObject({ reason: 'use-retained-by-creator' });
    expect(await ask('embedInGame', service.accounts.painter)).toMatchObject({ verdict: 'permitted' });
    expect(await trace.work(workId)).toMatchObject({ title: 'Mask m7', payments: [] });
  });

  it('a logged work is found by its file, and where two claim a file nobody can tell', async () => {
    const { bulk, licence, work } = service.as('operator');
    await bulk.upload(textOf([lineOf('painter', 'filed', { termsId })]), await bulk.pass());
    const contentHash = contentOf('filed').hash;
    const asked = { licensee: service.accounts.studio, use: 'embedInGame' as const };
    const byFile = () => licence.check({ contentHash, ...asked });
    const workId = idOf('painter', 'filed');
    const { question, ...byId } = await licence.check({ workId, ...asked });
    expect(await byFile()).toMatchObject({
      ...byId,
      chain: expect.anything() as unknown,
      decided: expect.any(Number) as number,
      time: expect.any(Number) as number,
    });
    expect(question.workId).toBe(workId);

    const painted = await service.as('painter').work.register(maskDraft, await picture('#00aa11'));
    const { contentHash: minted } = await work.find(painted.workId);
    const content = { ...contentOf('filed'), hash: minted };
    await bulk.upload(
      textOf([lineOf('troupe', 'filed'), lineOf('troupe', 'rival', { content })]),
      await bulk.pass(),
    );
    const asPainter = { contentHash, ...asked, licensee: service.accounts.painter };
    expect(await licence.check(asPainter)).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'claims-compete',
      claims: [{ workId }, { workId: idOf('troupe', 'filed') }],
    });
    expect(await licence.check({ contentHash: minted, ...asked })).toMatchObject({
      reason: 'claims-compete',
      claims: [{ workId: painted.workId }, { creator: service.accounts.troupe }],
    });
  });

  it('sending lines again changes nothing, and others of the same work are refused', async () => {
    const { bulk } = service.as('operator');
    const pass = await bulk.pass();
    const lines = Array.from({ length: 20 }, (_, i) => lineOf('troupe', `again${i}`));
    const first = await bulk.upload(textOf(lines.slice(0, 12)), pass);
    const again = await bulk.upload(textOf(lines), pass);
    expect([first.added, again.added, again.known]).toEqual([12, 8, 12]);
    expect(again.log.first).toBe(first.log.first);
    const other = await bulk.upload(
      textOf([lineOf('troupe', 'again3', { traits: { colour: 'black' } })]),
      pass,
    );
    expect(other).toMatchObject({ added: 0, refusedLines: [{ line: 1, code: 'work-conflict' }] });
  });

  it('a bad line is reported with its number and the reason, and the others go on', async () => {
    const { bulk } = service.as('operator');
    const good = (name: string) => JSON.stringify(lineOf('painter', name));
    const surrogate = good('s').replace('Mask s', '\\ud800');
    const bad: [string, string][] = [
      ['{"creator"', 'json-malformed'],
      [good('x').replace('"jing"', '"jing","role":"dan"'), 'json-malformed'],
      [good('y').replace('"bytes":40000', '"bytes":9007199254740993'), 'json-malformed'],
      [surrogate, 'json-malformed'],
      [good('z').replace('{', '{"owner":"me",'), 'input-invalid'],
      [good('a').replace(service.accounts.painter, '0x12'), 'input-invalid'],
      [JSON.stringify(lineOf('painter', 'b', { termsId: `0x${'77'.repeat(32)}` })), 'terms-unknown'],
      [JSON.stringify(lineOf('painter', 'c', { termsId, retained: ['embedInGame'] })), 'use-above-ceiling'],
      [JSON.stringify(lineOf('painter', 'd', { holderUses: ['aiTraining'] })), 'use-above-ceiling'],
      [JSON.stringify(lineOf('painter', 'e', { kind: 'heritage-element' })), 'custodian-required'],
      [
        JSON.stringify(
          lineOf('painter', 'f', { payees: [{ account: service.accounts.studio, shareBps: 10_000 }] }),
        ),
        'signature-invalid',
      ],
      [JSON.stringify(lineOf('painter', 'g', { title: { en: 'x'.repeat(70_000) } })), 'input-invalid'],
      [good('h').replace('"jing"', `${'['.repeat(100)}${']'.repeat(100)}`), 'input-invalid'],
      ['[]', 'input-invalid'],
      ['null', 'input-invalid'],
    ];
    const text = `${good('good1')}\n\n${bad.map(([line]) => line).join('\n')}\r\n${good('good2')}`;
    const receipt = await bulk.upload(text, await bulk.pass());
    expect(receipt.refusedLines.map(({ line, code }) => [line, code])).toEqual(
      bad.map(([, code], i) => [i + 3, code]),
    );
    expect(receipt).toMatchObject({ lines: bad.length + 2, added: 2, refused: bad.length });
  });

  it('bytes that are no UTF-8 are refused, and the other lines go on', async () => {
    const { bulk } = service.as('operator');
    const line = Buffer.from(JSON.stringify(lineOf('painter', 'utf')));
    line[line.indexOf('Mask')] = 0xff;
    const receipt = await bulk.upload(Buffer.concat([line, Buffer.from('\n{}')]), await bulk.pass());
    expect(receipt.refusedLines.map(({ code }) => code)).toEqual(['json-malformed', 'input-invalid']);
  });

  it('creators sign lines of their own, with payees, and no operator has to vouch for them', async () => {
    const { accounts } = service;
    const { creator, ...line } = lineOf('troupe', 'signed', {
      payees: [
        { account: accounts.troupe, shareBps: 9000 },
        { account: accounts.studio, shareBps: 1000 },
      ],
    });
    expect(creator).toBe(accounts.troupe);
    const signed = await service.as('troupe').bulk.sign(line);
    const { bulk, work } = service.as('auditor');
    expect(await bulk.upload(signed)).toMatchObject({ added: 1, refused: 0, author: null });
    expect(await work.find(idOf('troupe', 'signed'))).toMatchObject({ logged: { author: accounts.troupe } });

    for (const altered of [
      signed.replace('"red"', '"blue"'),
      signed.replace(/"signature":"0x.{4}/, '"signature":"0x1234'),
    ]) {
      const { refusedLines } = await bulk.upload(altered.replace('Mask signed', 'Mask altered'));
      expect(refusedLines.map(({ code }) => code)).toEqual(['signature-invalid']);
    }
  });

  it('what the creator signed counts before what an operator vouched for', async () => {
    const { bulk, work } = service.as('operator');
    await bulk.upload(
      textOf([lineOf('troupe', 'twice', { traits: { colour: 'black' } })]),
      await bulk.pass(),
    );
    const { creator, ...own } = lineOf('troupe', 'twice');
    expect((await bulk.upload(await service.as('troupe').bulk.sign(own))).added).toBe(1);
    const found = await work.find(idOf('troupe', 'twice'));
    expect(found).toMatchObject({ logged: { author: creator }, metadata: { traits: { colour: 'red' } } });
  });

  it('only an operator of the log vouches, by a pass that is its own and has not ended', async () => {
    const line = textOf([lineOf('painter', 'none')]);
    const { bulk } = service.as('studio');
    await expect(bulk.upload(line, await bulk.pass())).rejects.toMatchObject({ code: 'operator-required' });
    const { refusedLines } = await bulk.upload(line);
    expect(refusedLines).toMatchObject([{ line: 1, code: 'signature-invalid' }]);
    const pass = await service.as('operator').bulk.pass();
    await expect(bulk.upload(line, { ...pass, expires: pass.expires + 1 })).rejects.toMatchObject({
      code: 'signature-invalid',
    });
    await expect(bulk.upload(line, { ...pass, expires: 1 })).rejects.toMatchObject({
      code: 'signature-expired',
    });
  });

  it('what is no NDJSON is refused as a whole', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${service.url}/v1/registrations`, { method: 'POST', headers, body: '{}' });
    expect((await post({ 'content-type': 'application/json' })).status).toBe(415);
    expect((await post({ 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' })).status).toBe(
      415,
    );
    expect((await post({ 'content-type': 'application/x-ndjson', authorization: 'Lianpu e30' })).status).toBe(
      400,
    );
  });

  it('who collects a logged work mints it by proof, for its creator, under the id it had', async () => {
    const { accounts, ledger } = service;
    const { creator, ...line } = lineOf('troupe', 'collected', { termsId });
    const { bulk } = service.as('operator');
    await bulk.upload(await service.as('troupe').bulk.sign(line));
    await bulk.upload(textOf([lineOf('troupe', 'vouched')]), await bulk.pass());
    await vi.waitUntil(async () => (await ledger.chain.anchored()).size === ledger.log.size(), 10_000);

    const { work, licence } = service.as('studio');
    const before = await work.find(idOf('troupe', 'collected'));
    expect(
      await licence.check({ workId: before.workId, licensee: accounts.studio, use: 'embedInGame' }),
    ).toMatchObject({ reason: 'no-licence', offers: [{ termsId }] });
    await work.mint(before.workId);
    const minted = await work.find(before.workId);
    expect(minted).toMatchObject({
      ...before,
      logged: null,
      registered: { block: expect.any(Number) as number },
      vouched: { author: creator, index: before.logged?.index, signed: true },
    });
    await licence.acquire(before.workId, termsId);
    expect(
      await licence.check({ workId: before.workId, licensee: accounts.studio, use: 'embedInGame' }),
    ).toMatchObject({ verdict: expect.stringContaining('permitted') as string });

    const vouched = idOf('troupe', 'vouched');
    await work.mint(vouched);
    expect(await work.find(vouched)).toMatchObject({
      owner: accounts.troupe,
      vouched: { author: accounts.operator, signed: false },
    });
    await expect(work.mint(vouched)).rejects.toMatchObject({ code: 'work-conflict' });
  });

  it('works of a large batch keep the order of their lines, prepared in several threads', async () => {
    const { bulk } = service.as('operator');
    const names = Array.from({ length: 3000 }, (_, i) => `large${i}`);
    const receipt = await bulk.upload(
      textOf(names.map((name) => lineOf('painter', name))),
      await bulk.pass(),
    );
    expect(receipt).toMatchObject({ added: 3000, refused: 0 });
    const first = receipt.log.first ?? 0;
    for (const i of [0, 1499, 2999]) {
      const [entry] = service.ledger.log.entriesOf(
        'registration',
        `0x${idOf('painter', `large${i}`).toString(16).padStart(64, '0')}`,
      );
      expect(entry?.index).toBe(first + i);
    }
  });
});
