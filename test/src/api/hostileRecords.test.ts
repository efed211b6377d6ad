import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicRecord } from '../../../src/assistance/record/Assistance.ts';
import { AssistanceRecord } from '../../../src/assistance/record/Assistance.ts';
import {
  assistanceData,
  countersignatureData,
  disclosureData,
} from '../../../src/assistance/record/assistanceData.ts';
import { Countersignature } from '../../../src/assistance/record/Countersignature.ts';
import { DisclosureRecord } from '../../../src/assistance/record/DisclosureRecord.ts';
import { computeCommitment, toOpening } from '../../../src/assistance/record/Opening.ts';
import type { TypedData } from '../../../src/ports/TypedData.ts';
import type { Hex } from '../../../src/kernel/values.ts';
import { colourStep, lineStep, maskDraft, steps } from '../../support/drafts.ts';
import { picture } from '../../support/picture.ts';
import { toRecord } from '../../support/records.ts';
import { freshService, type Who } from '../../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
let mask: bigint;
let leaf: Hex;
let size: number;
beforeAll(async () => {
  service = await freshService();
  const { workId, assistance } = await service
    .as('painter')
    .work.register(maskDraft, await picture('#b5201c'), steps);
  mask = workId;
  leaf = assistance?.leafHash ?? '0x';
  size = service.ledger.log.size();
});
afterAll(async () => {
  // Nothing that was refused has left an entry.
  expect(service.ledger.log.size()).toBe(size);
  await service.close();
});

async function post(path: string, body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${service.url}${path}`, { method: 'POST', body: text });
  const problem = (await response.json()) as { code: string; detail: string; details: unknown };
  return { status: response.status, ...problem };
}

/** What somebody signs and sends; `record` as it stands in JSON. */
async function signed(who: Who, record: unknown, { domain, types, message }: TypedData) {
  const signature = await service.signerOf(who).signTypedData(domain, types, message);
  return { chainId: service.deployment.chainId, record, signature };
}
const amendment = (change: Partial<z.input<typeof PublicRecord>> = {}) =>
  toRecord(
    { steps: [lineStep, { ...colourStep, contribution: 'Another.' }] },
    { workId: `${mask}`, author: service.accounts.painter, amends: leaf, ...change },
  );
const encoded = (record: AssistanceRecord) =>
  z.encode(AssistanceRecord, record) as unknown as Record<string, unknown>;
const declared = async (record: AssistanceRecord = amendment(), who: Who = 'painter') =>
  await signed(who, encoded(record), assistanceData(service, record));

describe('POST /v1/assistance', () => {
  it('refuses names that stand twice, wherever they do, before anything else', async () => {
    const text = JSON.stringify(await declared());
    for (const [from, to] of [
      ['"stated":', '"stated":1,"stated":'],
      ['"record":{', '"record":{"author":"x",'],
      ['"contribution":"Another."', '"contribution":"Another.","contribution":"Another."'],
      ['{"chainId"', '{"chainId":1,"chainId"'],
      ['"stage":', '"\\u0073tage":"line","stage":'],
    ] as const) {
      expect(text).toContain(from);
      expect(await post('/v1/assistance', text.replace(from, to))).toMatchObject({
        status: 400,
        code: 'json-malformed',
      });
    }
  });

  it('refuses numbers that JSON readers round', async () => {
    const text = JSON.stringify(await declared());
    for (const number of ['9007199254740993', '1e400', '-1', '1.5', '0x10', '01']) {
      const { status, code } = await post(
        '/v1/assistance',
        text.replace(/"stated":\d+/, `"stated":${number}`),
      );
      expect([number, status, code]).toEqual([
        number,
        400,
        expect.stringMatching(/^(input-invalid|json-malformed)$/),
      ]);
    }
  });

  it('refuses half a character in any text', async () => {
    const body = await declared();
    for (const [from, to] of [
      ['"Another."', '"half \\ud800"'],
      ['"Linxi Colour"', '"\\udc00"'],
    ] as const) {
      const { status, code } = await post('/v1/assistance', JSON.stringify(body).replace(from, to));
      expect([status, code]).toEqual([400, 'json-malformed']);
    }
  });

  it('refuses a record over its size, and a body over the limit', async () => {
    const long = Array.from({ length: 256 }, (_, at) => ({
      ...lineStep,
      contribution: `${at} ${'脸'.repeat(490)}`,
    }));
    const record = toRecord(
      { steps: [...long.slice(0, 255), colourStep] },
      { workId: `${mask}`, author: service.accounts.painter, amends: leaf },
    );
    expect(await post('/v1/assistance', await declared(record))).toMatchObject({
      status: 413,
      code: 'content-too-large',
    });
    const body = { ...(await declared()), padding: 'x'.repeat(1_100_000) };
    expect(await post('/v1/assistance', body)).toMatchObject({ status: 413 });
    const many = { ...encoded(amendment()), steps: Array.from({ length: 257 }, () => lineStep) };
    expect(await post('/v1/assistance', { ...(await declared()), record: many })).toMatchObject({
      status: 400,
    });
  });

  it.each<[string, (record: Record<string, unknown>) => unknown]>([
    ['an unknown field', (record) => ({ ...record, price: 1 })],
    ['another version', (record) => ({ ...record, version: 2 })],
    ['another type of record', (record) => ({ ...record, type: 'process' })],
    ['no disclosure', (record) => ({ ...record, disclosure: undefined })],
    ['steps that are withheld and said', (record) => ({ ...record, disclosure: 'hashOnly' })],
    ['a work id as a number', (record) => ({ ...record, workId: 7 })],
    ['steps that are no list', (record) => ({ ...record, steps: {} })],
    ['no steps', (record) => ({ ...record, steps: [] })],
    ['null', () => null],
    ['a list', (record) => [record]],
    ['an author that is none', (record) => ({ ...record, author: '0x12' })],
    ['a summary of the author’s own', (record) => ({ ...record, summary: { share: 'none' } })],
    [
      'rules of another version',
      (record) => ({ ...record, summary: { ...(record['summary'] as object), rules: 2 } }),
    ],
  ])('refuses a record with %s', async (_, change) => {
    const body = await declared();
    const { status, code } = await post('/v1/assistance', { ...body, record: change(encoded(amendment())) });
    expect([status, code]).toEqual([400, 'input-invalid']);
  });

  it('refuses every signature but the author’s own over the very record', async () => {
    const right = await declared();
    const changed = { ...right, record: { ...encoded(amendment()), stated: 5 } };
    const otherChain = assistanceData({ deployment: { ...service.deployment, chainId: 1 } }, amendment());
    const otherContract = assistanceData(
      { deployment: { ...service.deployment, log: service.deployment.works } },
      amendment(),
    );
    for (const body of [
      changed,
      await declared(amendment(), 'studio'),
      await signed('painter', encoded(amendment()), otherChain),
      await signed('painter', encoded(amendment()), otherContract),
      { ...right, signature: '0x' },
      { ...right, signature: `${right.signature}00` },
      { ...right, signature: `0x${'00'.repeat(65)}` },
    ]) {
      expect(await post('/v1/assistance', body)).toMatchObject({ status: 403, code: 'signature-invalid' });
    }
    expect(await post('/v1/assistance', { ...right, chainId: 1 })).toMatchObject({ code: 'chain-mismatch' });
    expect(await post('/v1/assistance', { ...right, signature: '0x1' })).toMatchObject({ status: 400 });
  });

  it('refuses what clashes, naming both statements', async () => {
    const making = {
      steps: [
        lineStep,
        { ...colourStep, humanOversight: 'fully_autonomous' as const, actor: 'both' as const },
      ],
    };
    const record = toRecord(making, { workId: `${mask}`, author: service.accounts.painter, amends: leaf });
    expect(await post('/v1/assistance', await declared(record))).toMatchObject({
      status: 409,
      code: 'assistance-conflict',
      details: {
        statements: [
          { step: 1, field: 'actor', says: 'both' },
          { step: 1, field: 'humanOversight', says: 'fully_autonomous' },
        ],
      },
    });
  });

  it('refuses a withheld record whose summary contradicts itself, or whose text is no age file', async () => {
    const { type, version, workId, author, amends, summary, stated } = amendment();
    const open = { type, version, workId, author, amends, summary, stated };
    const commitment = computeCommitment(toOpening(amendment()));
    for (const change of [
      { share: 'none' as const },
      {
        share: 'generated' as const,
        digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/print' as const,
      },
      { labels: summary.labels.map((label) => ({ ...label, required: 'no' as const })) },
    ]) {
      const record = {
        ...open,
        disclosure: 'hashOnly' as const,
        commitment,
        summary: { ...summary, ...change },
      };
      expect(await post('/v1/assistance', await declared(record))).toMatchObject({
        code: 'assistance-conflict',
      });
    }
    const sealed = { ...open, disclosure: 'readers' as const, commitment, sealed: btoa('no age file') };
    const body = { ...(await declared()), record: { ...sealed, workId: `${workId}` } };
    expect(await post('/v1/assistance', body)).toMatchObject({ status: 400, code: 'input-invalid' });
    const huge = {
      ...body,
      record: { ...body.record, sealed: `YWdlLWVuY3J5cHRpb24ub3JnL3Yx${'A'.repeat(400_000)}` },
    };
    expect(await post('/v1/assistance', huge)).toMatchObject({ status: 400, code: 'input-invalid' });
  });
});

describe('POST /v1/countersignatures', () => {
  const word = (change: Partial<Countersignature> = {}): Countersignature => ({
    type: 'countersignature',
    version: 1,
    workId: mask,
    author: service.accounts.academy,
    countersigns: leaf,
    role: 'custodian',
    remark: null,
    stated: 1,
    ...change,
  });
  const given = async (record: Countersignature, who: Who) =>
    await signed(who, z.encode(Countersignature, record), countersignatureData(service, record));

  it('refuses a signature of somebody else, another role, and names that stand twice', async () => {
    const path = '/v1/countersignatures';
    const body = await given(word(), 'studio');
    expect(await post(path, body)).toMatchObject({ status: 403, code: 'signature-invalid' });
    const renamed = { ...body, record: { ...(body.record as object), role: 'creator' } };
    expect(await post(path, renamed)).toMatchObject({ status: 400, code: 'input-invalid' });
    const switched = await given(word(), 'academy');
    const role = { ...switched, record: { ...(switched.record as object), role: 'toolProvider' } };
    expect(await post(path, role)).toMatchObject({ status: 403, code: 'provider-required' });
    const twice = JSON.stringify(switched).replace('"role":', '"role":"toolProvider","role":');
    expect(await post(path, twice)).toMatchObject({ status: 400, code: 'json-malformed' });
    const long = { ...switched, record: { ...(switched.record as object), remark: 'x'.repeat(501) } };
    expect(await post(path, long)).toMatchObject({ status: 400, code: 'input-invalid' });
  });
});

describe('POST /v1/disclosures', () => {
  it('refuses to disclose what is public, and what nobody withheld', async () => {
    const disclosing = async (discloses: Hex) => {
      const record: DisclosureRecord = {
        type: 'disclosure',
        version: 1,
        workId: mask,
        author: service.accounts.painter,
        discloses,
        opening: toOpening(amendment()),
        stated: 1,
      };
      return await signed('painter', z.encode(DisclosureRecord, record), disclosureData(service, record));
    };
    expect(await post('/v1/disclosures', await disclosing(leaf))).toMatchObject({
      status: 409,
      code: 'assistance-conflict',
      details: { statements: [{ field: 'disclosure', says: 'public' }, { field: 'discloses' }] },
    });
    expect(await post('/v1/disclosures', await disclosing(`0x${'ef'.repeat(32)}`))).toMatchObject({
      status: 404,
      code: 'entry-unknown',
    });
  });
});
