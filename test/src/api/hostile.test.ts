import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../src/api/app.ts';
import { maskDraft, steps } from '../../support/drafts.ts';
import { picture } from '../../support/picture.ts';
import { freshService } from '../../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
beforeAll(async () => {
  service = await freshService();
  await service.as('painter').work.register(maskDraft, await picture('#b5201c'), steps);
});
afterAll(async () => {
  await service.close();
});

const deep = (levels: number, open: string, close: string) =>
  `${open.repeat(levels)}1${close.repeat(levels)}`;
/** Bodies that break parsers, loops and stacks (after JSONTestSuite and the Big List of Naughty Strings). */
const bodies: [name: string, body: string | Uint8Array<ArrayBuffer>][] = [
  ['nothing', ''],
  ['a null', 'null'],
  ['a number', '-0'],
  ['a number beyond any', '[1e400]'],
  ['NaN', '[NaN]'],
  ['a byte order mark', '\ufeff{}'],
  ['half a string', '{"workId":"'],
  ['a lone surrogate', '{"workId":"\\ud800"}'],
  ['a null byte', '{"workId":"1\\u0000"}'],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['the same name twice', '{"workId":"1","workId":"2"}'],
  ['a name that pollutes', '{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}'],
  ['arrays in arrays', deep(100_000, '[', ']')],
  ['objects in objects', deep(20_000, '{"a":', '}')],
  ['traits in traits', `{"metadata":{"traits":${deep(20_000, '{"a":', '}')}}}`],
  ['a very long number', `{"workId":"${'9'.repeat(100_000)}"}`],
  ['a very long list', `[${'1,'.repeat(200_000)}1]`],
];
const parameters = [
  '%00',
  '%ff',
  '..%2f..%2fetc',
  '-1',
  '1e9',
  '٣',
  "1'--",
  '0x',
  '9'.repeat(5000),
  '%7B%7D',
];

const placed = routes.map(({ method, path }): [method: string, path: string] => [method.toUpperCase(), path]);
const files: [method: string, path: string] = ['GET', '/v1/files/:hash'];

describe.each(placed.filter(([method]) => method === 'POST'))('%s %s', (method, path) => {
  it.each(bodies)('answers %s with a problem', async (_, body) => {
    const response = await fetch(`${service.url}${path}`, { method, body });
    expect(await toStatus(response)).toBeGreaterThanOrEqual(400);
  });
});

describe.each([...placed.filter(([, path]) => path.includes(':')), files])('%s %s', (method, path) => {
  it.each(parameters)('answers %s with a problem', async (parameter) => {
    const response = await fetch(`${service.url}${path.replace(/:\w+/, parameter)}`, { method });
    expect(await toStatus(response)).toBeGreaterThanOrEqual(400);
  });
});

it('answers a file that no compression opens, and one that would be too large, without keeping either', async () => {
  for (const [headers, body, status] of [
    [{ 'content-encoding': 'gzip' }, 'not gzip', 400],
    [{ 'content-encoding': 'nonsense' }, 'x', 415],
    [{}, new Uint8Array(33 * 1024 * 1024), 413],
  ] as const) {
    const response = await fetch(`${service.url}/v1/files/0x${'0'.repeat(64)}`, {
      method: 'PUT',
      headers,
      body,
    });
    expect(await toStatus(response)).toBe(status);
  }
});

async function toStatus(response: Response): Promise<number> {
  const problem = (await response.json()) as { status: number; code: string };
  expect(problem.status).toBe(response.status);
  expect(problem.status).toBeLessThan(500);
  return problem.status;
}
