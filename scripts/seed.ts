import { stderr } from 'node:process';
import { loadSeeds, worksOf } from '../seeds/load.ts';
import { connectChain, createSigner } from '../src/chain/connect.ts';
import { LedgerError } from '../src/kernel/LedgerError.ts';
import { connectLianpu } from '../src/sdk/connectLianpu.ts';
import { drawWork } from '../seeds/drawing/drawWork.ts';
import { gatherCast, localKey } from './seed/cast.ts';
import { seedWorks, type Seeded } from './seed/seedWorks.ts';
import { line, progress } from './print.ts';
import { message } from '../src/messages/Message.ts';

/** Only there do the accounts of the seeds' people belong to everybody. */
const localChain = 31337;

try {
  await main(
    process.env['LIANPU_URL'] ?? 'http://127.0.0.1:3000',
    process.env['RPC_URL'] ?? 'http://127.0.0.1:8545',
  );
} catch (error) {
  if (!(error instanceof LedgerError)) throw error;
  stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = 1;
}

/** Puts the seeds on the ledger of a service that runs on a local chain. */
async function main(url: string, rpcUrl: string): Promise<void> {
  const { deployment } = await connectLianpu({ url }).status();
  const provider = await connectChain(rpcUrl, deployment.chainId);
  if (deployment.chainId !== localChain) {
    throw new LedgerError(
      'chain-mismatch',
      message('errors.chain', { expected: localChain, got: deployment.chainId }),
    );
  }
  const seeds = await loadSeeds(`${import.meta.dirname}/../seeds`);
  const operator = createSigner(process.env['LIANPU_OPERATOR_KEY'] ?? localKey(0), provider);
  const cast = await gatherCast(seeds, deployment, provider, operator, url);
  const works = worksOf(seeds);
  const files = new Map(works.map((work) => [work.id, drawWork(work, seeds)]));
  const toPath = async ({ id }: { id: string }) => (await files.get(id)) ?? Buffer.of();
  const seeded: Seeded = { works: new Map(), terms: new Map() };
  await seedWorks(works, seeded, { seeds, ...cast, fileOf: toPath }, (done, work) =>
    progress(done, works.length, work.title.en),
  );
  progress(works.length, works.length, '');
  line(`${seeded.works.size} works of the seeds are on the ledger at ${url}.`);
  provider.destroy();
}
