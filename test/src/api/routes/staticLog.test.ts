import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCheckpoint } from '../../../../src/log/Checkpoint.ts';
import { hexId } from '../../../../src/kernel/values.ts';
import { freshService } from '../../../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
beforeAll(async () => {
  service = await freshService();
  const { log } = service.ledger;
  for (let n = 0; n < 260; n += 1) {
    await log.append({
      envelope: { type: 'usage', subject: hexId(1n), author: service.accounts.painter },
      payload: Buffer.from(`{"n":${n}}`),
    });
  }
  await log.publish();
});
afterAll(async () => await service.close());

const get = (path: string) => fetch(`${service.url}/log/${path}`);

it('the checkpoint is signed by the key that the status names', async () => {
  const { log, deployment } = await service.as('auditor').status();
  expect(log.origin).toBe(`lianpu/eip155:31337:${deployment.log}`);
  const response = await get('checkpoint');
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('public, max-age=2');
  const { origin, size } = readCheckpoint(await response.text(), log.verifierKey);
  expect([origin, size]).toEqual([log.origin, 260]);
});

it.each([
  ['tile/0/000', 256 * 32, 'public, max-age=31536000, immutable'],
  ['tile/0/001.p/4', 4 * 32, 'public, max-age=31536000, immutable'],
  ['tile/1/000.p/1', 32, 'public, max-age=31536000, immutable'],
  ['tile/entries/001.p/4', 4 * 89, 'public, max-age=31536000, immutable'],
  ['records/000', undefined, 'public, max-age=2'],
])('%s is served as bytes', async (path, length, caching) => {
  const response = await get(path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('cache-control')).toBe(caching);
  const bytes = await response.arrayBuffer();
  if (length !== undefined) expect(bytes.byteLength).toBe(length);
});

it.each([
  '/log/log.key',
  '/log/../log.key',
  '/log/tile/../../log.key',
  '/log/tile/..%2f..%2flog.key',
  '/log/tile/%2e%2e/%2e%2e/log.key',
  '/log/records/..%5c..%5clog.key',
  '/log/checkpoint/../../log.key',
  '/log/tile/',
  '/log/tile/0',
  '/log/',
  '/log/checkpoint.new',
  '/log/tile/0/999',
])('%s is not there', async (path) => {
  const { port } = new URL(service.url);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    // `fetch` would take the dots out of the path.
    const asked = request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
  expect([400, 403, 404]).toContain(status);
});

it('what the chain has anchored was published before', async () => {
  await expect.poll(async () => (await service.ledger.chain.anchored()).size, { timeout: 10_000 }).toBe(260);
  expect(readCheckpoint(await (await get('checkpoint')).text()).size).toBeGreaterThanOrEqual(260);
});
