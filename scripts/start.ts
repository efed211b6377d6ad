import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stderr, stdout } from 'node:process';
import { pino } from 'pino';
import { serve } from '../src/api/server.ts';
import { connectChain, createSigner, withoutSecrets } from '../src/chain/connect.ts';
import { connectContracts } from '../src/chain/contracts.ts';
import { LedgerError } from '../src/kernel/LedgerError.ts';
import { openLedger } from '../src/api/openLedger.ts';
import { localKey } from './seed/cast.ts';
import { deploymentIn } from './start/deployment.ts';
import { requireFreePort } from './start/requireFreePort.ts';
import { readSettings, type Settings } from './start/settings.ts';
import { startStory } from './story/startStory.ts';
import { message } from '../src/messages/Message.ts';

/** What has to be stopped at the end, last started first. */
const cleanups: (() => unknown)[] = [];
let ending: Promise<void> | undefined;

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.on(signal, () => void end().then(() => process.exit(code)));
}
try {
  await main(readSettings(process.argv.slice(2), process.env));
} catch (error) {
  if (ending === undefined) {
    stderr.write(
      `\n${error instanceof LedgerError ? `${error.code}: ${error.message}` : String((error as Error).stack)}\n`,
    );
    process.exitCode = 1;
    await end();
  }
}

async function main(settings: Settings): Promise<void> {
  const { host, port, rpcUrl, once } = settings;
  const local = rpcUrl === undefined;
  if (local) await requireFreePort('127.0.0.1', settings.chainPort, '--chain-port');
  await requireFreePort(host, port, '--port');
  const folder = settings.folder ?? (local ? await temporaryFolder() : '.lianpu');
  const address = rpcUrl ?? (await startChain(settings.chainPort));
  const provider = await connectChain(address);
  cleanups.push(() => provider.destroy());
  const operator = createSigner(operatorKey(settings), provider);
  const chainId = Number((await provider.getNetwork()).chainId);
  const baseUri = `${(settings.publicUrl ?? `http://${host}:${port}`).replace(/\/$/, '')}/`;
  const { deployment, isNew } = await deploymentIn(folder, chainId, operator, baseUri);
  stdout.write(
    `Chain ${chainId} at ${withoutSecrets(address)}; contracts ${isNew ? 'deployed' : `known from ${folder}`}.\n`,
  );

  const ledger = await openLedger({
    deployment,
    provider,
    relayer: operator,
    folder,
    database: settings.database,
    maxLag: settings.maxLag,
  });
  cleanups.push(() => ledger.close());
  const logger = pino(
    { level: 'warn', serializers: { err: shortError } },
    pino.destination({ dest: 2, sync: true }),
  );
  const pages = join(import.meta.dirname, '../dist/web');
  const pace = local ? { anchorEvery: 0.5, writesPerMinute: 60_000 } : { anchorEvery: 15 };
  const service = await serve(ledger, { host, port, logger, pages, publicUrl: settings.publicUrl, ...pace });
  cleanups.push(() => service.close());
  if (port === 0) {
    await (await connectContracts(deployment, operator).works.setBaseURI(`${service.url}/`)).wait();
  }

  if (local) {
    const sound = await startStory({ deployment, provider, operator, url: service.url });
    if (!sound) process.exitCode = 1;
  }
  stdout.write(`\nService and page  ${service.url}\nChain             ${withoutSecrets(address)}\n`);
  if (once) {
    stdout.write('Both end with the story; without --once they stay up.\n');
    await end();
    return;
  }
  stdout.write('Both stay up; Ctrl-C stops them.\n');
}

/** What is logged of an error: its causes' requests would name the chain's address, and providers put keys into it. */
function shortError(error: unknown) {
  const { code, message } = error as LedgerError;
  return { code, message };
}

async function startChain(port: number): Promise<string> {
  const { network } = await import('hardhat');
  const server = await network.createServer('local', '127.0.0.1', port);
  const { address, port: listening } = await server.listen();
  cleanups.push(() => server.close());
  return `http://${address}:${listening}`;
}

function operatorKey({ rpcUrl, operatorKey: given }: Settings): string {
  if (given !== undefined) return given;
  if (rpcUrl === undefined) return localKey(0);
  throw new LedgerError('signer-missing', message('errors.operator-key'));
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lianpu-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Stops everything that was started, once. */
function end(): Promise<void> {
  ending ??= (async () => {
    for (let cleanup = cleanups.pop(); cleanup !== undefined; cleanup = cleanups.pop()) {
      await cleanup();
    }
  })();
  return ending;
}
