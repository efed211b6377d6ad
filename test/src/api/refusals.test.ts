import { readdir } from 'node:fs/promises';
import { request as send } from 'node:http';
import { Wallet } from 'ethers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assistanceData } from '../../../src/assistance/record/assistanceData.ts';
import { PublicRecord } from '../../../src/assistance/record/Assistance.ts';
import type { AssistanceStep } from '../../../src/assistance/record/AssistanceStep.ts';
import { Declaration } from '../../../src/assistance/record/Declaration.ts';
import { summarise } from '../../../src/assistance/summary/summarise.ts';
import { canonicalJson, hashBytes, hashJson } from '../../../src/kernel/json/canonicalJson.ts';
import { composeTerms, offerTypes, Terms, computeTermsId } from '../../../src/terms/Terms.ts';
import { TermsDraft } from '../../../src/terms/draft/TermsDraft.ts';
import { LocalYuan__factory } from '../../../src/chain/generated/factories/contracts/local/LocalYuan__factory.ts';
import { connectLianpu } from '../../../src/sdk/connectLianpu.ts';
import { native, toJson, zeroHash, type Hex } from '../../../src/kernel/values.ts';
import { usesToBits } from '../../../src/work/Uses.ts';
import { toDomain, registrationTypes, type Registration } from '../../../src/work/Registration.ts';
import { composeRegistration, hashMetadata, WorkDraft } from '../../../src/work/WorkDraft.ts';
import { gameTerms, maskDraft, steps } from '../../support/drafts.ts';
import { picture } from '../../support/picture.ts';
import { toStep } from '../../support/steps.ts';
import { freshService, passTime, type Who } from '../../support/service.ts';
import type { InputIssue } from '../../../src/kernel/json/refuseInput.ts';
import { createFormat } from '../../../src/messages/createFormat.ts';
import type { Language } from '../../../src/messages/languages.ts';
import { message } from '../../../src/messages/Message.ts';
import { readTexts } from '../../../src/messages/readTexts.ts';

const far = 4_000_000_000;
let service: Awaited<ReturnType<typeof freshService>>;
let mask: bigint;
let terms: Hex;
/** What was there before a refusal has to be all that is there after it. */
let before: unknown;

beforeAll(async () => {
  service = await freshService();
  ({ workId: mask } = await service.as('painter').work.register(maskDraft, await picture('#b5201c'), steps));
  ({ termsId: terms } = await service.as('painter').licence.offer(mask, { ...gameTerms, duration: 1000 }));
  before = await everything();
});
afterAll(async () => {
  expect(await everything()).toEqual(before);
  await service.close();
});

async function everything() {
  const { works, log } = await service.as('auditor').status();
  const files = await readdir(service.folder, { recursive: true });
  const { offers } = (await (await fetch(`${service.url}/v1/works/${mask}/offers`)).json()) as {
    offers: unknown[];
  };
  return { works, size: log.size, files: files.filter((name) => name.startsWith('files')).sort(), offers };
}

async function ask(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
  const response = await fetch(`${service.url}${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : toJson(body) }),
    headers: { 'content-type': 'application/json', ...headers },
  });
  const problem = (await response.json()) as {
    code: string;
    status: number;
    detail: string;
    details: unknown;
  };
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(problem.status).toBe(response.status);
  return problem;
}

/** A registration signed by one of the cast, changed before and after it is signed. */
async function registration(
  who: Who,
  draft: Partial<z.input<typeof WorkDraft>>,
  change: { before?: Partial<Registration>; after?: Record<string, unknown> } = {},
  sources: Registration['sources'] = [],
) {
  const { deployment, accounts, contracts, signerOf } = service;
  const bytes = await picture('#00ff00');
  const content = { hash: hashBytes(bytes), mediaType: 'image/png', bytes: bytes.length };
  const wanted = WorkDraft.parse({ ...maskDraft, ...draft });
  const composed = composeRegistration(wanted, content, 'undeclared', sources);
  const signed = { ...composed.registration, ...change.before };
  const nonce = await contracts.works.nonces(accounts[who]);
  const domain = toDomain(deployment.chainId, deployment.works);
  const message = { ...signed, creator: accounts[who], nonce, deadline: far };
  const signature = await signerOf(who).signTypedData(domain, registrationTypes, message);
  const { chainId } = deployment;
  const metadata = composed.metadata;
  const body = { chainId, creator: accounts[who], registration: signed, metadata, deadline: far, signature };
  return { ...body, ...change.after };
}

describe('a registration', () => {
  it.each([
    ['a hash too short', { registration: { contentHash: '0x12' } }, 'input-invalid', 400],
    ['another chain', { chainId: 1 }, 'chain-mismatch', 400],
    ['a signature of nobody', { signature: `0x${'11'.repeat(65)}` }, 'signature-invalid', 403],
    ['a deadline that passed', { deadline: 1 }, 'signature-expired', 400],
    ['an unknown field', { price: 1 }, 'input-invalid', 400],
  ])('with %s is refused', async (_, after, code, status) => {
    expect(await ask('POST', '/v1/works', await registration('troupe', {}, { after }))).toMatchObject({
      code,
      status,
    });
  });

  it('that another one signed is refused', async () => {
    const body = await registration('troupe', {}, { after: { creator: service.accounts.studio } });
    expect(await ask('POST', '/v1/works', body)).toMatchObject({ code: 'signature-invalid', status: 403 });
  });

  it('whose metadata say something else is refused, with both values', async () => {
    const body = await registration('troupe', {});
    const other = { ...body.metadata, title: { en: 'Another' } };
    expect(await ask('POST', '/v1/works', { ...body, metadata: other })).toMatchObject({
      code: 'metadata-mismatch',
      details: { field: 'metadataHash', expected: body.registration.metadataHash, got: hashMetadata(other) },
    });
  });

  it('with shares above 10,000 is refused', async () => {
    const payees = [{ account: service.accounts.troupe, shareBps: 10_000 }];
    const two = [...payees, { account: service.accounts.studio, shareBps: 1 }];
    const body = await registration('troupe', { payees }, { before: { payees: two } });
    expect(await ask('POST', '/v1/works', body)).toMatchObject({ code: 'shares-exceed-whole', status: 422 });
    await expect(
      service.as('troupe').work.register({ ...maskDraft, payees: two }, await picture('#00ff00')),
    ).rejects.toMatchObject({ code: 'shares-exceed-whole' });
  });

  it('from a source nobody registered is refused', async () => {
    const sources = [{ workId: 7n, termsId: terms, shareBps: 0, absolute: false }];
    const body = await registration('troupe', { kind: 'derivative' }, {}, sources);
    expect(await ask('POST', '/v1/works', body)).toMatchObject({
      code: 'work-unknown',
      details: { workId: '7' },
    });
  });

  it('from a source it holds no licence of is refused', async () => {
    for (const termsId of [terms, zeroHash]) {
      const sources = [{ workId: mask, termsId, shareBps: 1000, absolute: false }];
      const body = await registration('troupe', { kind: 'derivative' }, {}, sources);
      const code = termsId === terms ? 'licence-missing' : 'source-not-licensed';
      expect(await ask('POST', '/v1/works', body)).toMatchObject({ code, status: 422 });
    }
  });

  it('of heritage by somebody who is no custodian is refused', async () => {
    const body = await registration('troupe', { kind: 'heritage-element' });
    expect(await ask('POST', '/v1/works', body)).toMatchObject({ code: 'custodian-required', status: 403 });
  });

  it('of a work that stands with other words is refused', async () => {
    const other = { ...maskDraft, title: { en: 'Another title' } };
    await expect(
      service.as('painter').work.register(other, await picture('#b5201c'), steps),
    ).rejects.toMatchObject({ code: 'work-conflict' });
  });

  it('of bytes that are no picture is refused before anything is signed', async () => {
    const script = new TextEncoder().encode('<svg onload="alert(1)"/>');
    await expect(service.as('painter').work.register(maskDraft, script)).rejects.toMatchObject({
      code: 'media-type-unsupported',
    });
  });
});

describe('an offer', () => {
  async function signed(who: Who, draft: Partial<z.input<typeof TermsDraft>>) {
    const { deployment, accounts, contracts, signerOf } = service;
    const wanted = TermsDraft.parse({ ...gameTerms, ...draft });
    const nonce = await contracts.licences.nonces(accounts[who]);
    const { terms, document } = composeTerms(wanted);
    const message = { workId: mask, termsId: computeTermsId(terms), nonce, deadline: far };
    const domain = toDomain(deployment.chainId, deployment.licences);
    const signature = await signerOf(who).signTypedData(domain, offerTypes, message);
    const { chainId } = deployment;
    return { chainId, workId: `${mask}`, terms: z.encode(Terms, terms), document, deadline: far, signature };
  }

  it('of a use the creator retained is refused, with the use', async () => {
    expect(
      await ask('POST', '/v1/offers', await signed('painter', { uses: ['aiTraining'], passOn: [] })),
    ).toMatchObject({
      code: 'use-retained',
      details: { asked: ['aiTraining'] },
    });
  });

  it('by somebody else than the creator is refused', async () => {
    expect(await ask('POST', '/v1/offers', await signed('studio', {}))).toMatchObject({
      code: 'signature-invalid',
    });
  });

  it('of terms that are none is refused by field', async () => {
    const body = await signed('painter', {});
    for (const wrong of [{ revenueShareBps: 10_001 }, { price: '-1' }, { uses: 65_536 }, { cap: 0.5 }]) {
      const [field] = Object.keys(wrong);
      const problem = await ask('POST', '/v1/offers', { ...body, terms: { ...body.terms, ...wrong } });
      const details = { issues: [{ field: `terms.${field ?? ''}` }] };
      expect(problem).toMatchObject({ code: 'input-invalid', status: 400, details });
    }
  });

  it('that passes on more than it licenses, or licenses nothing, is refused', async () => {
    const body = await signed('painter', {});
    const { uses } = body.terms;
    for (const wrong of [{ passOn: uses | usesToBits(['broadcast']) }, { uses: 0, passOn: 0 }]) {
      const problem = await ask('POST', '/v1/offers', { ...body, terms: { ...body.terms, ...wrong } });
      expect(problem).toMatchObject({ code: 'terms-disagree', status: 422 });
    }
  });

  it('with another document than its terms name is refused', async () => {
    const body = await signed('painter', {});
    const document = { ...(body.document as object), title: 'Another' };
    expect(await ask('POST', '/v1/offers', { ...body, document })).toMatchObject({
      code: 'metadata-mismatch',
      details: { field: 'documentHash', expected: body.terms.documentHash },
    });
  });

  it('of a work nobody registered is refused', async () => {
    const body = { ...(await signed('painter', {})), workId: '7' };
    expect(await ask('POST', '/v1/offers', body)).toMatchObject({ code: 'work-unknown', status: 404 });
  });
});

describe('an assistance record', () => {
  async function record(who: Who, change: Partial<z.input<typeof PublicRecord>>) {
    const { deployment, accounts, signerOf } = service;
    const making = Declaration.parse({ steps: change.steps ?? steps });
    const wanted = PublicRecord.parse({
      disclosure: 'public',
      type: 'assistance',
      version: 1,
      workId: `${mask}`,
      author: accounts[who],
      ...making,
      summary: summarise(making),
      stated: 1,
      ...change,
    });
    const { domain, types, message } = assistanceData({ deployment }, wanted);
    const signature = await signerOf(who).signTypedData(domain, types, message);
    return { chainId: deployment.chainId, record: wanted, signature };
  }

  it.each([
    ['of somebody else’s work', 'studio', {}, 'creator-required', 403],
    [
      'with a summary its steps contradict',
      'painter',
      { summary: summarise({ steps: [toStep('person', 'digitalCreation')], depiction: null }) },
      'assistance-conflict',
      409,
    ],
    ['of a work nobody registered', 'painter', { workId: '7' }, 'work-unknown', 404],
  ] as const)('%s is refused', async (_, who, change, code, status) => {
    expect(await ask('POST', '/v1/assistance', await record(who, change))).toMatchObject({ code, status });
  });

  it('that the token contradicts, or that was changed after it was signed, is refused', async () => {
    const [only] = steps;
    const byHand = await record('painter', {
      steps: [only] as z.input<typeof AssistanceStep>[],
    });
    expect(await ask('POST', '/v1/assistance', byHand)).toMatchObject({ code: 'assistance-conflict' });
    const signed = await record('painter', {});
    const changed = { ...signed, record: { ...signed.record, stated: 2 } };
    expect(await ask('POST', '/v1/assistance', changed)).toMatchObject({
      code: 'signature-invalid',
      status: 403,
    });
  });
});

describe('a file', () => {
  it('that nothing on chain names, or whose bytes are others, is refused', async () => {
    const bytes = new TextEncoder().encode(canonicalJson({ a: 1 }));
    expect(await ask('PUT', `/v1/files/${hashBytes(bytes)}`, '{"a":1}')).toMatchObject({
      code: 'content-unknown',
    });
    expect(await ask('PUT', `/v1/files/${hashJson({ a: 2 })}`, '{"a":1}')).toMatchObject({
      code: 'content-unknown',
      details: { got: hashBytes(bytes) },
    });
    expect(await ask('PUT', '/v1/files/0x12', 'x')).toMatchObject({ code: 'input-invalid', status: 400 });
    expect(await ask('GET', `/v1/files/${zeroHash}`)).toMatchObject({ code: 'content-unknown', status: 404 });
  });
});

describe('a request', () => {
  it.each([
    ['malformed JSON', 'POST', '/v1/checks', '{"workId": ', 'json-malformed', 400],
    ['an unknown route', 'GET', '/v1/nothing', undefined, 'route-unknown', 404],
    ['an unknown work', 'GET', '/v1/works/7', undefined, 'work-unknown', 404],
    ['an unknown work to trace', 'GET', '/v1/works/7/trace', undefined, 'work-unknown', 404],
    ['a malformed work id', 'GET', '/v1/works/0x12', undefined, 'input-invalid', 400],
    ['an unknown statement', 'GET', `/v1/usages/${zeroHash}`, undefined, 'report-unknown', 404],
    ['an unknown entry', 'GET', '/v1/log/999', undefined, 'entry-unknown', 404],
    ['an unknown query', 'GET', '/v1/works?colour=red', undefined, 'input-invalid', 400],
    ['a limit beyond the limit', 'GET', '/v1/works?limit=201', undefined, 'input-invalid', 400],
    ['a body above a megabyte', 'POST', '/v1/checks', `"${'x'.repeat(1_100_000)}"`, 'content-too-large', 413],
  ] as const)('with %s is refused', async (_, method, path, body, code, status) => {
    expect(await ask(method, path, body)).toMatchObject({ code, status });
  });

  it('about an unknown use is refused with the uses there are', async () => {
    const body = { workId: `${mask}`, licensee: service.accounts.studio, use: 'sell' };
    const problem = await ask('POST', '/v1/checks', body);
    expect(problem).toMatchObject({ code: 'input-invalid', details: { issues: [{ field: 'use' }] } });
    expect(problem.detail).toContain('merchandise');
  });

  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['id', 'id'],
    ['fr, de;q=0.5', 'en'],
    ['zh;q=0, en', 'en'],
  ])('is refused in the language of its reader: %s', async (accept, language) => {
    const format = createFormat<'errors' | 'problems'>(language as Language, {
      english: readTexts('en'),
      translated: readTexts(language as Language),
    });
    const headers = { 'accept-language': accept };
    const unknown = await fetch(`${service.url}/v1/works/7`, { headers });
    expect(unknown.headers.get('content-language')).toBe(language);
    expect(unknown.headers.get('vary')).toContain('accept-language');
    expect(await unknown.json()).toMatchObject({
      code: 'work-unknown',
      title: format(message('problems.work-unknown')),
      detail: format(message('errors.work-unknown', { workId: '7' })),
    });
    const body = { workId: `${mask}`, licensee: service.accounts.studio, use: 5 };
    const { details } = await ask('POST', '/v1/checks', body, headers);
    const [issue] = (details as { issues: InputIssue[] }).issues;
    expect(issue?.message).toBe(format({ id: 'errors.expected', values: issue?.values ?? {} }));
  });

  it('with names that pollute objects changes none', async () => {
    const body = `{"__proto__":{"use":"display"},"workId":"${mask}","licensee":"${service.accounts.studio}"}`;
    expect(await ask('POST', '/v1/checks', body)).toMatchObject({ code: 'input-invalid' });
    expect(({} as { use?: string }).use).toBeUndefined();
  });

  it('with a broken content length is answered and not waited for', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = send(
        `${service.url}/v1/checks`,
        { method: 'POST', headers: { 'content-encoding': 'gzip' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      request.on('error', reject);
      request.end('not gzip');
    });
    expect(status).toBe(400);
  });
});

describe('a transaction of one’s own', () => {
  it('for an offer that was withdrawn, another price or somebody else’s work is refused', async () => {
    const { as } = service;
    await expect(as('studio').licence.acquire(mask, zeroHash)).rejects.toMatchObject({
      code: 'licence-not-offered',
    });
    await expect(as('studio').licence.acquire(mask, terms, { maxPrice: 1n })).rejects.toMatchObject({
      code: 'price-changed',
    });
    await expect(as('studio').licence.withdraw(mask, terms)).rejects.toMatchObject({
      code: 'creator-required',
    });
    await expect(as('studio').royalty.pay(7n, 1n)).rejects.toMatchObject({ code: 'work-unknown' });
    await expect(as('studio').usage.pay(zeroHash)).rejects.toMatchObject({ code: 'report-unknown' });
  });

  it('that cannot be paid for, in a currency that is none or that refuses, is refused', async () => {
    const { as, accounts, signerOf, provider } = service;
    const poor = connectLianpu({ url: service.url, signer: Wallet.createRandom(provider) });
    await expect(poor.royalty.pay(mask, 1n)).rejects.toMatchObject({ code: 'funds-insufficient' });
    const currency = accounts.auditor;
    await expect(as('studio').royalty.pay(mask, 1n, { currency })).rejects.toMatchObject({
      code: 'currency-refused',
    });
    const yuan = await new LocalYuan__factory(signerOf('operator')).deploy([accounts.painter], 5n);
    await yuan.waitForDeployment();
    const token = (await yuan.getAddress()).toLowerCase() as Hex;
    await expect(as('studio').royalty.pay(mask, 1n, { currency: token })).rejects.toMatchObject({
      code: 'funds-insufficient',
    });
  });

  it('in the name of somebody else is refused before it is signed', async () => {
    const { as, accounts } = service;
    await expect(as('studio').licence.offer(mask, gameTerms)).rejects.toMatchObject({
      code: 'creator-required',
    });
    const line = { workId: `${mask}`, use: 'display' as const, count: 1, revenue: '1' };
    const statement = {
      currency: native,
      period: { from: 1, to: 2 },
      lines: [line],
      reporter: accounts.platform,
    };
    await expect(as('studio').usage.file(statement)).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(as('painter').assistance.declare(mask, [])).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('without a signer is refused', async () => {
    const reader = connectLianpu({ url: service.url });
    await expect(reader.licence.acquire(mask, terms)).rejects.toMatchObject({ code: 'signer-missing' });
    await expect(connectLianpu({ url: 'http://127.0.0.1:1' }).status()).rejects.toMatchObject({
      code: 'service-unreachable',
    });
  });
});

it('an expired licence permits nothing, says when it ended, and makes no derivative', async () => {
  const { as, accounts, provider } = service;
  await as('studio').licence.acquire(mask, terms);
  const question = { workId: `${mask}`, licensee: accounts.studio, use: 'embedInGame' as const };
  const held = await as('studio').licence.check(question);
  expect(held).toMatchObject({ verdict: 'permitted-with-duties' });
  await passTime(provider, 1002);
  await service.ledger.reach();
  expect(await as('studio').licence.check(question)).toMatchObject({
    verdict: 'denied',
    reason: 'licence-expired',
    until: held.until,
    offers: [{ termsId: terms, duration: 1000 }],
  });
  const sources = [{ workId: mask, termsId: terms, shareBps: 1000, absolute: false }];
  const body = await registration('studio', { kind: 'derivative' }, {}, sources);
  expect(await ask('POST', '/v1/works', body)).toMatchObject({ code: 'licence-expired', status: 422 });
  const line = { workId: `${mask}`, use: 'embedInGame' as const, count: 1, revenue: '1000' };
  const judged = await as('studio').usage.judge({
    currency: native,
    period: { from: 1, to: 2 },
    lines: [line],
  });
  expect(judged).toMatchObject({ due: 0n, unlicensed: 1 });
});
