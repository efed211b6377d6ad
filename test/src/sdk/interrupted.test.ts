import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectLianpu } from '../../../src/sdk/connectLianpu.ts';
import { createHttp } from '../../../src/sdk/client/http.ts';
import { createSession } from '../../../src/sdk/client/session.ts';
import { maxContentBytes } from '../../../src/work/mediaType.ts';
import type { Status } from '../../../src/ports/Status.ts';
import { hashReport, UsageReport } from '../../../src/usage/UsageReport.ts';
import { native, zeroHash } from '../../../src/kernel/values.ts';
import { maskDraft } from '../../support/drafts.ts';
import { picture } from '../../support/picture.ts';
import { freshService } from '../../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
let between: Server;
let url: string;
let mask: bigint;
/** What comes between client and service: an answer of its own, or none. */
let meddle: (method: string, path: string) => Promise<string | undefined> = () => Promise.resolve(undefined);

beforeAll(async () => {
  service = await freshService();
  ({ workId: mask } = await service.as('painter').work.register(maskDraft, await picture('#b5201c')));
  between = createServer((request, response) => {
    void (async () => {
      const { method = 'GET', url: path = '' } = request;
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const own = await meddle(method, path);
      if (own === undefined) {
        const answer = await fetch(`${service.url}${path}`, {
          method,
          headers: { 'content-type': request.headers['content-type'] ?? 'application/octet-stream' },
          ...(method === 'GET' ? {} : { body: Buffer.concat(chunks) }),
        });
        response.statusCode = answer.status;
        response.end(Buffer.from(await answer.arrayBuffer()));
      } else if (own === '') response.destroy();
      else response.end(own);
    })();
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(between.address() as AddressInfo).port}`;
});
afterAll(async () => {
  between.closeAllConnections();
  between.close();
  await service.close();
});

it('a picture the service would not keep is refused before anything is signed', async () => {
  const bytes = new Uint8Array(maxContentBytes + 1);
  bytes.set(await picture('#b5201c'));
  const { works } = await service.as('painter').status();
  await expect(service.as('painter').work.register(maskDraft, bytes)).rejects.toMatchObject({
    code: 'content-too-large',
    details: { expected: maxContentBytes, got: maxContentBytes + 1 },
  });
  expect(await service.as('painter').status()).toMatchObject({ works });
});

it('the largest picture the service keeps is registered', async () => {
  const bytes = new Uint8Array(maxContentBytes);
  bytes.set(await picture('#b5201c'));
  const { work } = service.as('painter');
  const { workId } = await work.register(maskDraft, bytes);
  const { contentHash } = await work.find(workId);
  expect((await work.file(contentHash)).length).toBe(maxContentBytes);
});

it('the document of a filed statement can be brought later, and then the statement is done', async () => {
  const { usage } = connectLianpu({ url, signer: service.signerOf('platform') });
  const draft = {
    currency: native,
    period: { from: 1, to: 2 },
    lines: [{ workId: `${mask}`, use: 'display' as const, count: 1, revenue: '1000' }],
  };
  meddle = (method) => Promise.resolve(method === 'PUT' ? '' : undefined);
  await expect(usage.file(draft)).rejects.toMatchObject({ code: 'service-unreachable' });

  meddle = () => Promise.resolve(undefined);
  const { platform } = service.accounts;
  const sent = await service.provider.getTransactionCount(platform);
  const statement = { ...draft, version: 1 as const, reporter: platform };
  const hash = hashReport(UsageReport.parse(statement));
  expect(await usage.file(draft)).toMatchObject({ reporter: platform, documentHash: hash });
  expect(await service.provider.getTransactionCount(platform)).toBe(sent);
  const document = new TextDecoder().decode(await service.as('auditor').work.file(hash));
  expect(JSON.parse(document)).toEqual(statement);

  await expect(usage.file(draft)).rejects.toMatchObject({ code: 'report-conflict' });
});

it('a service that is some blocks behind is asked again until it is not', async () => {
  const { block } = await service.as('auditor').status();
  const answers = [block.number - 2, block.number - 1, block.number];
  meddle = async () => await statusAt(answers.shift());
  const { seen } = createSession(createHttp(url, 60_000), undefined);
  const origin = { block: block.number, transaction: zeroHash };
  expect(await seen(origin)).toBe(origin);
  expect(answers).toEqual([]);
});

it('a service that stays behind is told of, with the block it should have read', async () => {
  const { block } = await service.as('auditor').status();
  let asked = 0;
  meddle = async () => {
    asked += 1;
    return await statusAt(block.number - 1);
  };
  const { seen } = createSession(createHttp(url, 60_000), undefined, { every: 10, atMost: 100 });
  await expect(seen({ block: block.number, transaction: zeroHash })).rejects.toMatchObject({
    code: 'service-failed',
    details: { expected: block.number, got: block.number - 1, transaction: zeroHash },
  });
  expect(asked).toBeGreaterThan(1);
});

async function statusAt(number: number | undefined): Promise<string> {
  const status = (await (await fetch(`${service.url}/v1/status`)).json()) as Status;
  return JSON.stringify({ ...status, block: { ...status.block, number } });
}
