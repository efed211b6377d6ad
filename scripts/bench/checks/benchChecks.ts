import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { network } from 'hardhat';
import { pino } from 'pino';
import sharp from 'sharp';
import { serve } from '../../../src/api/server.ts';
import { connectChain, createSigner } from '../../../src/chain/connect.ts';
import { deploy } from '../../../src/chain/deploy.ts';
import { parseInput } from '../../../src/kernel/json/parseInput.ts';
import { mostChecks } from '../../../src/check/CheckResult.ts';
import { checkLicence } from '../../../src/check/checkLicence.ts';
import { Question } from '../../../src/check/Question.ts';
import { checkWithReceipt } from '../../../src/check/receipt/checkWithReceipt.ts';
import { openLedger } from '../../../src/api/openLedger.ts';
import { connectLianpu } from '../../../src/sdk/connectLianpu.ts';
import { native, type Hex } from '../../../src/kernel/values.ts';
import { localKey } from '../../seed/cast.ts';
import type { Asked } from './askAll.ts';
import { fillIndex } from './checkWorld.ts';
import { benchDepth } from './benchDepth.ts';
import { measure, median, type Measure } from '../measure.ts';

const connections = 64;
const requests = 10_000;
const rounds = 5;

/**
 * Licence checks over many works: in process, over HTTP against a bare server that parses the same body, in bulk, and
 * with receipts. Works are asked about in turn until they are remembered, as a platform asks about those it uses.
 */
export async function benchChecks(works: number): Promise<{ measures: Measure[]; notes: string[] }> {
  const node = await network.createServer('local', '127.0.0.1', 0);
  const { address, port } = await node.listen();
  const provider = await connectChain(`http://${address}:${port}`);
  const deployment = await deploy(createSigner(localKey(0), provider), 'http://127.0.0.1/');
  const folder = await mkdtemp(join(tmpdir(), 'lianpu-bench-'));
  const relayer = createSigner(localKey(0), provider);
  const ledger = await openLedger({ deployment, provider, relayer, folder });
  const service = await serve(ledger, { host: '127.0.0.1', port: 0, logger: pino({ level: 'silent' }) });
  try {
    const painter = connectLianpu({ url: service.url, signer: createSigner(localKey(1), provider) });
    const { workId } = await painter.work.register(draft, await picture());
    const terms = { title: { en: 'Display' }, uses: ['display' as const], currency: native, price: '0' };
    await painter.licence.offer(workId, terms);
    const [offer] = await painter.licence.offers(workId);
    if (offer === undefined) throw new Error('expected the offer, got none');
    const block = await ledger.reach();
    const licences = Math.ceil(works / 10);
    const world = fillIndex(join(folder, 'index.sqlite'), { block, works, licences, offer });
    const bodies = world.licensed.map((id) =>
      JSON.stringify({ workId: `${id}`, licensee: world.licensee, use: 'display', purpose: 'commercial' }),
    );
    const questions = bodies.map((body) => parseInput(Question, JSON.parse(body)));
    const cold = await toTime(async () => {
      for (const question of questions) await checkLicence(ledger, question);
    });
    const length = Buffer.byteLength(await (await post(service.url, bodies[0] ?? '')).text());
    const depth = await benchDepth(ledger, world);
    const http = await benchHttp(Number(new URL(service.url).port), bodies, length);
    const some = bodies.slice(0, 10_000);
    const inProcess = async () => {
      for (const body of some) await checkLicence(ledger, parseInput(Question, JSON.parse(body)));
    };
    const ready = questions.slice(0, 10_000);
    const readySeconds = median(
      await inTurn(rounds, () =>
        toTime(async () => {
          for (const question of ready) await checkLicence(ledger, question);
        }),
      ),
    );
    const calls = Array.from({ length: Math.ceil(some.length / mostChecks) }, (_, at) =>
      bodies.slice(at * mostChecks, Math.min(some.length, (at + 1) * mostChecks)).join(','),
    ).map((list) => `{"questions":[${list}]}`);
    const client = new Worker(new URL('./askBulk.ts', import.meta.url), { workerData: service.url });
    const bulk = await measure(
      {
        name: `${some.length.toLocaleString('en')} checks in bulk, over the API`,
        baseline: 'the same read and decided in process',
      },
      some.length,
      async () => {
        client.postMessage(calls);
        const [answered] = (await once(client, 'message')) as [number];
        if (answered !== some.length) throw new Error(`expected ${some.length} decisions, got ${answered}`);
      },
      inProcess,
    );
    await client.terminate();
    const typed = { domain: { name: 'Lianpu' }, types: { Receipt: [{ name: 'hash', type: 'bytes32' }] } };
    let n = 0;
    const receipts = await measure(
      { name: 'a check with a receipt, signed and durable', baseline: 'one bare signature' },
      200,
      async () => {
        const asked = questions.slice((n += 200), n + 200);
        await Promise.all(asked.map((question) => checkWithReceipt(ledger, question)));
      },
      async () => {
        for (let i = 0; i < 200; i += 1) {
          const hash: Hex = `0x${(n + i).toString(16).padStart(64, '0')}`;
          await relayer.signTypedData(typed.domain, typed.types, { hash });
        }
      },
    );
    return {
      measures: [...http.measures, ...depth, bulk, receipts],
      notes: [
        ...http.notes,
        `checks in process of questions that were read: ${(ready.length / readySeconds).toFixed(0)} a second`,
        `checks in process, asked for the first time: ${(licences / cold).toFixed(0)} a second`,
      ],
    };
  } finally {
    await service.close();
    await ledger.close();
    provider.destroy();
    await node.close();
    await rm(folder, { recursive: true });
  }
}

const draft = {
  title: { en: 'Bench' },
  kind: 'opera-mask' as const,
  creators: [{ name: { en: 'A painter' } }],
};

async function picture(): Promise<Buffer> {
  const create = { width: 1, height: 1, channels: 3 as const, background: 'red' };
  return await sharp({ create }).png().toBuffer();
}

/** Requests a second and the slowest in a hundred, of both servers in turn, asked from a thread of its own. */
async function benchHttp(port: number, bodies: string[], length: number) {
  const bare = createServer((incoming, response) => {
    let text = '';
    incoming.on('data', (part: Buffer) => (text += part.toString()));
    incoming.on('end', () => {
      JSON.parse(text);
      response.setHeader('content-type', 'application/json');
      response.setHeader('content-length', length);
      response.end('x'.repeat(length));
    });
  });
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const barePort = (bare.address() as AddressInfo).port;
  const pairs: { mine: Asked; base: Asked }[] = [];
  try {
    await ask(port, bodies);
    await ask(barePort, bodies);
    for (let round = 0; round < rounds; round += 1) {
      pairs.push({ mine: await ask(port, bodies), base: await ask(barePort, bodies) });
    }
  } finally {
    bare.closeAllConnections();
    bare.close();
  }
  const of = (pick: (pair: (typeof pairs)[number]) => number) => median(pairs.map(pick));
  const measured: Measure = {
    name: `check over HTTP, ${connections} connections`,
    baseline: 'a bare node:http server',
    perSecond: of(({ mine }) => mine.perSecond),
    baselinePerSecond: of(({ base }) => base.perSecond),
    ratio: of(({ mine, base }) => base.perSecond / mine.perSecond),
  };
  const [mine, base, ratio] = [
    of((pair) => pair.mine.p99),
    of((pair) => pair.base.p99),
    of((pair) => pair.mine.p99 / pair.base.p99),
  ];
  return {
    measures: [measured],
    notes: [
      `check over HTTP: ${(1 / measured.ratio).toFixed(2)} of the bare server's requests a second`,
      `check over HTTP, 99 of 100 within: ${mine.toFixed(1)} ms, the bare server ${base.toFixed(1)} ms: ${ratio.toFixed(2)} times`,
    ],
  };
}

async function ask(port: number, bodies: string[]): Promise<Asked> {
  const workerData = { port, bodies, connections, count: requests };
  const worker = new Worker(new URL('./askAll.ts', import.meta.url), { workerData });
  return await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}

async function post(url: string, body: string): Promise<Response> {
  return await fetch(`${url}/v1/checks`, { method: 'POST', body });
}

async function inTurn<T>(times: number, run: () => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let time = 0; time < times; time += 1) found.push(await run());
  return found;
}

async function toTime(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}
