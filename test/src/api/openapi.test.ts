import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../../src/api/app.ts';
import { describeApi } from '../../../src/api/openapi.ts';
import { LocalYuan__factory } from '../../../src/chain/generated/factories/contracts/local/LocalYuan__factory.ts';
import { native, type Hex } from '../../../src/kernel/values.ts';
import { maskDraft } from '../../support/drafts.ts';
import { picture } from '../../support/picture.ts';
import { freshService } from '../../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
beforeAll(async () => {
  service = await freshService();
});
afterAll(async () => {
  await service.close();
});

it('the description names every route once, with ids and amounts as decimal text', () => {
  const { paths } = describeApi(routes);
  const operations = Object.values(paths ?? {}).flatMap((path) =>
    [path.get, path.post].filter((operation) => operation !== undefined),
  );
  expect(operations).toHaveLength(routes.length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
  const work = paths?.['/v1/works/{workId}']?.get?.responses?.['200'] as {
    content: Record<string, { schema: { properties: Record<string, unknown> } }>;
  };
  expect(work.content['application/json']?.schema.properties['workId']).toMatchObject({ type: 'string' });
});

it('the service answers with that description, with its figures, and with a token’s metadata', async () => {
  const { workId, block } = await service.as('painter').work.register(maskDraft, await picture('#b5201c'));
  const described = (await (await fetch(`${service.url}/v1/openapi.json`)).json()) as { openapi: string };
  expect(described.openapi).toBe('3.1.0');
  const metrics = await (await fetch(`${service.url}/metrics`)).text();
  const indexed = Number(/^lianpu_index_block (\d+)$/m.exec(metrics)?.[1]);
  expect(indexed).toBeGreaterThanOrEqual(block);

  const uri = await service.contracts.works.tokenURI(workId);
  const token = (await (await fetch(uri.replace('http://127.0.0.1', service.url))).json()) as Record<
    string,
    unknown
  >;
  expect(token).toMatchObject({
    name: 'Mask of Guan Yu',
    attributes: [{ trait_type: 'colours' }, { trait_type: 'pattern', value: 'whole-face' }],
    lianpu: { metadataHash: await service.contracts.works.metadataHashOf(workId) },
  });
  const image = await fetch(String(token['image']));
  expect(image.headers.get('content-type')).toBe('image/png');
  const small = await fetch(`${String(token['image'])}?width=160`);
  expect(small.headers.get('content-type')).toBe('image/webp');
  expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({
    format: 'webp',
    width: 16,
  });
  expect((await fetch(`${String(token['image'])}?width=161`)).status).toBe(400);
});

it('a currency says what it is called, and an account that is no token says nothing', async () => {
  const { as, accounts, signerOf } = service;
  const yuan = await new LocalYuan__factory(signerOf('operator')).deploy([accounts.painter], 1n);
  const currency = (await yuan.getAddress()).toLowerCase() as Hex;
  expect(await as('auditor').royalty.currency(currency)).toEqual({ currency, unit: 'LCNY', decimals: 18 });
  expect(await as('auditor').royalty.currency()).toEqual({ currency: native, unit: 'ETH', decimals: 18 });
  expect(await as('auditor').royalty.currency(accounts.studio)).toMatchObject({ unit: null, decimals: null });
});

it('a list counts the works of the kind it lists', async () => {
  const { work } = service.as('auditor');
  expect((await work.list({ kind: 'opera-mask' })).all).toBe(1);
  expect((await work.list({ kind: 'derivative' })).all).toBe(0);
  expect((await work.list({ creator: service.accounts.studio })).all).toBe(0);
});
