import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashJson } from '../../src/kernel/json/canonicalJson.ts';
import { documentIri } from '../../src/terms/document/documentIri.ts';
import { profileDocument } from '../../src/terms/profile/profileDocument.ts';
import { composeTerms } from '../../src/terms/Terms.ts';
import { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import type { Hex } from '../../src/kernel/values.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';
import { gameTerms, maskDraft } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';

let line: Awaited<ReturnType<typeof freshCommandLine>>;
let mask: bigint;
beforeAll(async () => {
  line = await freshCommandLine();
  ({ workId: mask } = await line.service.as('painter').work.register(maskDraft, await picture('#b5201c')));
});
afterAll(async () => await line.close());

const painter = () => line.service.as('painter').licence;
const draft = { ...gameTerms, price: '20', passOn: [] };
const documentOf = () => composeTerms(TermsDraft.parse(draft)).document as Record<string, unknown>;
const ask = async (path: string) => {
  const response = await fetch(`${line.service.url}${path}`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('a document that a creator brings', () => {
  it('is kept under its hash, and said in words', async () => {
    const document = { ...documentOf(), 'dct:description': 'As our lawyer wrote it' };
    const { termsId, doubts } = await painter().offer(mask, draft, { document });
    expect(doubts).toEqual([]);
    const found = await painter().terms(termsId, 'zh');
    expect(found.terms.documentHash).toBe(hashJson(document));
    expect(found.document).toEqual(document);
    expect(found.words).toContain('您必须：署名创作者。');
    const stored = await fetch(`${line.service.url}/v1/files/${hashJson(document)}`);
    expect(await stored.json()).toEqual(document);
  });

  it('is refused with both values where it says more than the chain', async () => {
    const cheaper = composeTerms(TermsDraft.parse({ ...draft, price: '10' })).document;
    await expect(painter().offer(mask, draft, { document: cheaper })).rejects.toMatchObject({
      code: 'terms-disagree',
      details: { chain: { price: '20' }, document: { price: '10' } },
    });
    expect((await ask(`/v1/files/${hashJson(cheaper)}`)).status).toBe(404);
  });

  it('is kept with what nobody understands of it, and the answer says what and where', async () => {
    const document = { ...documentOf(), 'https://example.org/seal': 'red' };
    const { doubts, termsId } = await painter().offer(mask, draft, { document });
    expect(doubts).toEqual([{ where: 'unknown', what: 'https://example.org/seal' }]);
    expect((await painter().terms(termsId)).words.join(' ')).toContain('https://example.org/seal');
  });

  it.each([
    ['that is none', 7, 'policy-invalid'],
    ['without a rule', { '@type': 'Offer' }, 'policy-invalid'],
    [
      'with a date that is none',
      {
        permission: {
          action: 'display',
          constraint: { leftOperand: 'dateTime', operator: 'lt', rightOperand: 'soon' },
        },
      },
      'policy-invalid',
    ],
    [
      'with another title',
      { ...documentOf(), 'dct:title': [{ '@language': 'en', '@value': 'Another' }] },
      'input-invalid',
    ],
  ])('%s is refused', async (_, document, code) => {
    await expect(painter().offer(mask, draft, { document })).rejects.toMatchObject({ code });
  });

  it('may not be contradicted by fields that would be lost', async () => {
    for (const more of [{ nonCommercial: true }, { limits: { copies: 3 } }, { conflict: 'perm' as const }]) {
      await expect(
        painter().offer(mask, { ...draft, ...more }, { document: documentOf() }),
      ).rejects.toMatchObject({
        code: 'input-invalid',
        details: { issues: [{ field: `draft.${Object.keys(more)[0]}` }] },
      });
    }
  });
});

describe('terms that inherit', () => {
  const common = {
    '@context': 'http://www.w3.org/ns/odrl.jsonld',
    '@type': 'Set',
    uid: 'urn:example:house-rules',
    conflict: 'prohibit',
    prohibition: [{ action: ['urn:lianpu:odrl-profile:1#generativeTraining'] }],
  };
  const parent = hashJson(common);

  it('need the other document, by its hash', async () => {
    await expect(painter().offer(mask, { ...draft, inherits: [parent] })).rejects.toMatchObject({
      code: 'content-unknown',
      details: { hash: parent },
    });
  });

  it('keep it once it is brought, and name it', async () => {
    const { termsId } = await painter().offer(
      mask,
      { ...draft, inherits: [parent] },
      { inherited: [common] },
    );
    expect((await painter().terms(termsId)).words.join(' ')).toContain(documentIri(parent));
    expect(await (await fetch(`${line.service.url}/v1/files/${parent}`)).json()).toEqual(common);
    await painter().offer(mask, { ...draft, price: '21', inherits: [parent] });
  });

  it('are refused where what they inherit permits more', async () => {
    const generous = { ...common, permission: [{ action: 'sell' }] };
    const wanted = { ...draft, inherits: [hashJson(generous)] };
    await expect(painter().offer(mask, wanted, { inherited: [generous] })).rejects.toMatchObject({
      code: 'terms-disagree',
      details: {
        document: { uses: expect.arrayContaining(['http://www.w3.org/ns/odrl/2/sell']) as unknown },
      },
    });
  });
});

describe('a draft', () => {
  it.each([
    ['a date without zone', { window: { notAfter: '2030-01-01T00:00:00' } }, 'window.notAfter'],
    [
      'an end before its beginning',
      { window: { notBefore: '2030-01-01T00:00:00Z', notAfter: '2029-01-01T00:00:00Z' } },
      'window',
    ],
    ['a negative count', { limits: { copies: -1 } }, 'limits.copies'],
    ['no such territory', { territories: { only: ['XX'] } }, 'territories.only[0]'],
    ['both only and except', { purposes: { only: ['news'], except: ['research'] } }, 'purposes'],
    ['a purpose nobody knows', { purposes: { only: ['fun'] } }, 'purposes.only[0]'],
    ['a licensed use that is forbidden', { forbidden: [{ actions: ['display'] }] }, 'forbidden[0].actions'],
    ['a duty that the chain denies', { duties: [{ duty: 'shareAlike', withinDays: 3 }] }, 'duties[0].duty'],
    [
      'an amount of what is no payment',
      { forbidden: [{ actions: ['search'], remedies: [{ do: 'delete', amount: '3' }] }] },
      'forbidden[0].remedies[0]',
    ],
    ['a document by no hash', { inherits: ['0x12'] }, 'inherits[0]'],
  ])('with %s is refused by its field', async (_, change, field) => {
    await expect(painter().offer(mask, { ...draft, ...change } as typeof draft)).rejects.toMatchObject({
      code: 'input-invalid',
      details: { issues: [expect.objectContaining({ field }) as unknown] },
    });
  });

  it('with a subdivision that nobody assigned is refused by the service', async () => {
    await expect(painter().offer(mask, { ...draft, territories: { only: ['CN-QQ'] } })).rejects.toMatchObject(
      { code: 'input-invalid' },
    );
  });
});

it('the profile is published', async () => {
  expect((await ask('/v1/terms/profile')).body).toEqual(profileDocument());
  expect((await ask(`/v1/terms/0x${'00'.repeat(32)}`)).body).toMatchObject({ code: 'terms-unknown' });
  expect((await ask('/v1/terms/0x12')).body).toMatchObject({ code: 'input-invalid' });
});

it('a work tells crawlers of its open offers, and points to a TDM policy that is there', async () => {
  const { workId } = await line.service.as('painter').work.register(maskDraft, await picture('#1d4f91'));
  const told = async () => (await painter().crawlers(workId, '/masks/')).statements;
  expect((await told()).headers).toEqual({ 'Content-Usage': 'train-ai=n, ai-use=n', 'tdm-reservation': '1' });
  const uses = ['display', 'textAndDataMining'] as ['display', 'textAndDataMining'];
  const { termsId } = await painter().offer(workId, { ...draft, uses });
  const { headers, tdmrep } = await told();
  expect(headers['tdm-policy']).toBe(`${line.service.url}/tdm-policy/${workId}`);
  expect(tdmrep).toEqual([
    { location: '/masks/', 'tdm-reservation': 1, 'tdm-policy': headers['tdm-policy'] },
  ]);
  expect(headers['Link']).toContain('/v1/files/0x');
  const policy = (await (await fetch(headers['tdm-policy'] ?? '')).json()) as Record<string, unknown>;
  expect(policy).toMatchObject({
    profile: 'http://www.w3.org/ns/tdmrep',
    permission: [{ action: 'tdm:mine' }],
  });
  await painter().withdraw(workId, termsId);
  expect((await told()).headers['tdm-policy']).toBeUndefined();
  await expect(painter().crawlers(1n)).rejects.toMatchObject({ code: 'work-unknown' });
  await expect(painter().crawlers(workId, 'masks')).rejects.toMatchObject({ code: 'input-invalid' });
});

describe('at the command line', () => {
  it('five answers come to a draft that can be offered', async () => {
    const file = `${line.folder}/answers.json`;
    const answers = [
      '--change',
      'shareAlike',
      '--gain',
      'price',
      '--price',
      '0.02 ETH',
      '--ai',
      'no',
      '--approve',
      'no',
      '--time',
      'year',
    ];
    const preset = await line.done(null, 'licence', 'preset', file, ...answers);
    expect(preset.draft).toMatchObject({ price: `${2n * 10n ** 16n}`, shareAlike: true });
    const { termsId } = await line.done('painter', 'licence', 'offer', `${mask}`, file);
    expect((await painter().terms(termsId as Hex)).words).toContain(
      'The licence expires 365 days after you acquire it.',
    );
    expect(await line.refused(null, 'licence', 'preset', '--change', 'no')).toMatchObject({
      code: 'input-invalid',
      exit: 2,
    });
    expect(await line.refused(null, 'licence', 'preset', file, ...answers)).toMatchObject({
      code: 'input-invalid',
      exit: 2,
    });
  });

  it('a document of one’s own is offered, said in words and printed', async () => {
    const [terms, policy] = [
      await line.json('own.json', draft),
      await line.json('policy.json', { ...documentOf(), 'https://example.org/x': 1 }),
    ];
    const offered = await line.done('painter', 'licence', 'offer', `${mask}`, terms, '--document', policy);
    expect(offered.doubts).toEqual([{ where: 'unknown', what: 'https://example.org/x' }]);
    const printed = await line.done(null, 'licence', 'document', offered.termsId as string);
    expect(printed).toMatchObject({ 'https://example.org/x': 1 });
    const said = await line.done(null, 'licence', 'words', policy, '--lang', 'id');
    expect(said.words).toContain('Anda wajib menyebut nama pencipta.');
    const { stdout } = await line.read('licence', 'headers', `${mask}`, '--path', '/masks/');
    expect(stdout).toContain('Content-Usage: /masks/ train-ai=n, ai-use=n');
  });
});
