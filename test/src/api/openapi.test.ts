import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../../src/api/app.ts';
import { openApiOf } from '../../../src/api/openapi.ts';
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
  const { paths } = openApiOf(routes);
  const operations = Object.values(paths ?? {}).flatMap((path) =>
    [path.get, path.post, path.put].filter((operation) => operation !== undefined),
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
});
