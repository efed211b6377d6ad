import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectLianpu } from '../../../src/sdk/connectLianpu.ts';
import type { Hex } from '../../../src/kernel/values.ts';
import { gameTerms, maskDraft } from '../../support/drafts.ts';
import { picture } from '../../support/picture.ts';
import { freshService } from '../../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
let liar: Server;
let liarUrl: string;
let mask: bigint;
let terms: Hex;
/** What the liar changes of an answer. */
let lie: (text: string) => string;

beforeAll(async () => {
  service = await freshService();
  ({ workId: mask } = await service.as('painter').work.register(maskDraft, await picture('#b5201c')));
  ({ termsId: terms } = await service.as('painter').licence.offer(mask, gameTerms));
  liar = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(`${service.url}${request.url ?? ''}`);
      response.end(lie(await answer.text()));
    })();
  });
  await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
  liarUrl = `http://127.0.0.1:${(liar.address() as AddressInfo).port}`;
});
afterAll(async () => {
  liar.closeAllConnections();
  liar.close();
  await service.close();
});

it('a service that says dearer terms of an offer, which are offered too, does not get them bought', async () => {
  await service.as('painter').licence.offer(mask, { ...gameTerms, price: '9000000000000000' });
  lie = (text) => {
    const answer = JSON.parse(text) as { offers?: { terms: unknown }[] };
    const [cheap, dear] = answer.offers ?? [];
    if (cheap !== undefined && dear !== undefined) cheap.terms = dear.terms;
    return JSON.stringify(answer);
  };
  const client = connectLianpu({ url: liarUrl, signer: service.signerOf('studio') });
  await expect(client.licence.acquire(mask, terms)).rejects.toMatchObject({ code: 'licence-not-offered' });
  expect(await service.provider.getBalance(service.deployment.royalties)).toBe(0n);
});

it('a service that speaks of another chain gets nothing signed', async () => {
  lie = (text) => text.replace('"chainId":31337', '"chainId":1');
  const client = connectLianpu({ url: liarUrl, signer: service.signerOf('studio') });
  await expect(client.licence.acquire(mask, terms)).rejects.toMatchObject({ code: 'chain-mismatch' });
});

it('a service that answers something else is not believed', async () => {
  lie = () => '{"service":"lianpu"}';
  const client = connectLianpu({ url: liarUrl });
  await expect(client.status()).rejects.toMatchObject({ code: 'service-failed' });
  lie = () => '<html>';
  await expect(client.trace.ledger()).rejects.toMatchObject({ code: 'service-failed' });
});
