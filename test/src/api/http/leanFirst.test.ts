import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshService } from '../../../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
beforeAll(async () => (service = await freshService()));
afterAll(async () => await service.close());

const question = { workId: '7', licensee: `0x${'ab'.repeat(20)}`, use: 'display' };
const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
const bodies: [string, string | Uint8Array<ArrayBuffer>][] = [
  ['a question', JSON.stringify(question)],
  ['one of another use', JSON.stringify({ ...question, use: 'eat' })],
  ['a name twice', '{"workId":"7","workId":"8"}'],
  ['a prototype', '{"__proto__":{"use":"display"}}'],
  ['no JSON', '{"workId":'],
  ['too deep', deep],
  ['a number that no double is', '{"workId":9007199254740993}'],
  ['a lone surrogate', '{"workId":"\\ud800"}'],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ['a list', '[]'],
  ['null', 'null'],
  ['spaces', ' '],
];

it.each(bodies)('%s is answered the same, whether Express sees it or not', async (_, body) => {
  const lean = await ask(body);
  // Of a body that comes in chunks the length is not known before, so that Express takes it.
  const long = await ask(new Blob([body]).stream());
  expect(lean).toEqual(long);
});

it.each([{ 'content-encoding': 'gzip' }, { 'content-type': 'application/json; charset=latin1' }])(
  'a body that is not plain is answered the same: %o',
  async (headers) => {
    const body = JSON.stringify({ ...question, use: 'caf\u00e9' });
    expect(await ask(body, headers)).toEqual(await ask(new Blob([body]).stream(), headers));
  },
);

it('both are counted under the same route', async () => {
  await ask(JSON.stringify(question));
  const metrics = await (await fetch(`${service.url}/metrics`)).text();
  const counted = /lianpu_request_seconds_count\{method="POST",route="\/v1\/checks",status="200"\} (\d+)/;
  expect(Number(counted.exec(metrics)?.[1])).toBeGreaterThanOrEqual(3);
});

async function ask(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  headers: Record<string, string> = {},
) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  const response = await fetch(`${service.url}/v1/checks`, { ...init, duplex: 'half' } as RequestInit);
  const answer = (await response.json()) as Record<string, unknown>;
  const told = ['content-type', 'x-content-type-options', 'referrer-policy', 'content-security-policy'];
  return {
    status: response.status,
    answer: { ...answer, block: undefined },
    headers: told.map((name) => response.headers.get(name)),
  };
}
