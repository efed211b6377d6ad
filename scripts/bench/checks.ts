import { createServer, request, Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { network } from 'hardhat';
import { pino } from 'pino';
import sharp from 'sharp';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../src/api/server.ts';
import { connectChain, signerOf } from '../../src/chain/connect.ts';
import { deploy } from '../../src/chain/deploy.ts';
import { checkLicence } from '../../src/licence/checkLicence.ts';
import { openLedger } from '../../src/openLedger.ts';
import { connectLianpu } from '../../src/sdk/connectLianpu.ts';
import { hexId, native, toJson, type Hex } from '../../src/values.ts';
import { localKey } from '../seeding/cast.ts';
import { measure, type Measure } from './measure.ts';

const count = 1000;
const connections = 16;

/** A licence check, in process and over HTTP, against a bare server that parses the same body. */
export async function benchChecks(): Promise<Measure[]> {
  const node = await network.createServer('local', '127.0.0.1', 0);
  const { address, port } = await node.listen();
  const provider = await connectChain(`http://${address}:${port}`);
  const deployment = await deploy(signerOf(localKey(0), provider), 'http://127.0.0.1/');
  const folder = await mkdtemp(join(tmpdir(), 'lianpu-bench-'));
  const ledger = await openLedger({ deployment, provider, relayer: signerOf(localKey(0), provider), folder });
  const logger = pino({ level: 'silent' });
  const service = await serve(ledger, { host: '127.0.0.1', port: 0, logger });
  const bare = createServer((incoming, response) => {
    let text = '';
    incoming.on('data', (part: Buffer) => (text += part.toString()));
    incoming.on('end', () => {
      JSON.parse(text);
      response.setHeader('content-type', 'application/json');
      response.end('x'.repeat(900));
    });
  });
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  try {
    const painter = connectLianpu({ url: service.url, signer: signerOf(localKey(1), provider) });
    const studio = connectLianpu({ url: service.url, signer: signerOf(localKey(2), provider) });
    const draft = {
      title: { en: 'Bench' },
      kind: 'opera-mask',
      creators: [{ name: { en: 'A painter' } }],
    } as const;
    const picture = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const { workId } = await painter.work.register({ ...draft, creators: [...draft.creators] }, picture);
    const terms = { title: { en: 'Display' }, uses: ['display' as const], currency: native, price: '0' };
    const { termsId } = await painter.licence.offer(workId, terms);
    await studio.licence.acquire(workId, termsId);
    const licensee = (await signerOf(localKey(2), provider).getAddress()).toLowerCase() as Hex;
    const question = { workId, licensee, use: 'display' } as const;

    const body = toJson(question);
    const barePort = (bare.address() as AddressInfo).port;
    const raw = new DatabaseSync(join(folder, 'index.sqlite'), { readOnly: true });
    const read = raw.prepare('select * from works where "workId" = ?');
    return [
      await measure(
        { name: 'check in process', baseline: 'one prepared read of its work' },
        count,
        async () => {
          for (let i = 0; i < count; i += 1) await checkLicence(ledger, question);
        },
        () => {
          for (let i = 0; i < count; i += 1) read.get(hexId(workId));
        },
      ),
      await measure(
        { name: `check over HTTP, ${connections} connections`, baseline: 'a bare node:http server' },
        count,
        () => ask(Number(new URL(service.url).port), body),
        () => ask(barePort, body),
      ),
    ];
  } finally {
    bare.closeAllConnections();
    bare.close();
    await service.close();
    await ledger.close();
    provider.destroy();
    await node.close();
    await rm(folder, { recursive: true });
  }
}

async function ask(port: number, body: string): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request(
        { host: '127.0.0.1', port, path: '/v1/checks', method: 'POST', agent, headers },
        (answer) => {
          answer.resume();
          answer.on('end', () =>
            answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode}`)),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  await Promise.all(Array.from({ length: count }, one));
  agent.destroy();
}
