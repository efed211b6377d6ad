import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Provider, Signer } from 'ethers';
import { openChain } from '../chain/openChain.ts';
import { openSigner } from '../chain/openSigner.ts';
import { toRefusal } from '../chain/refusals/toRefusal.ts';
import { catchUp } from '../index/follow.ts';
import type { Deployment } from '../ports/Deployment.ts';
import type { Facts, Ledger } from '../ports/Ledger.ts';
import { openTermsDocuments } from '../check/evidence/openTermsDocuments.ts';
import { requireSameHistory } from '../log/anchorLog.ts';
import { openLog } from '../log/openLog.ts';
import { nameLog } from '../log/nameLog.ts';
import { createSharing } from '../store/createSharing.ts';
import { openFiles } from '../store/openFiles.ts';
import { openStore } from '../store/openStore.ts';
import { readFacts } from '../store/readFacts.ts';
import { rememberFacts } from '../store/rememberFacts.ts';
import { withLogged } from '../check/evidence/withLogged.ts';

/** Seconds that the index may be behind the chain's head and still permit something. */
const defaultLag = 5;

/** What a ledger is opened with. */
interface LedgerConfig {
  deployment: Deployment;
  provider: Provider;
  /** Pays for what it relays and anchors. */
  relayer: Signer;
  /** Where the log, the files and (unless `database` is elsewhere) the index are. */
  folder: string;
  /** Seconds that the index may be behind the chain's head and still permit something; 5 unless given. */
  maxLag?: number | undefined;
  /** A file, or a `postgres://` address; `index.sqlite` in the folder unless given. */
  database?: string | undefined;
}

/**
 * Opens everything the verbs need. The index is brought to the chain's head before this returns.
 *
 * @throws LedgerError `chain-unreachable`, `store-corrupt`, `store-unreachable`, `log-inconsistent` for a log that is
 * not the one the chain has anchored.
 */
export async function openLedger(config: LedgerConfig): Promise<Ledger & { close(): Promise<void> }> {
  const { deployment, provider, relayer, folder } = config;
  await mkdir(folder, { recursive: true });
  const db = await openStore(config.database ?? join(folder, 'index.sqlite'));
  const log = await openLog(folder, nameLog(deployment.chainId, deployment.log)).catch(
    async (error: unknown) => {
      await db.destroy();
      throw error;
    },
  );
  const share = createSharing();
  const read = <T>(query: (facts: Facts) => Promise<T>) =>
    readFacts(db, (facts) => query(withLogged(facts, log)), share);
  const memory = rememberFacts(db, read, { share });
  let reached: { at: number | undefined; block: number } = { at: undefined, block: -1 };
  let head: number | undefined;
  let unreachable = false;
  const reachNow = afterTheOneUnderWay(async () => {
    const at = now();
    try {
      const block = await catchUp(db, provider, deployment, { onHead: (known) => (head = known) });
      if (block !== reached.block) await memory.advance();
      reached = { at, block };
      unreachable = false;
    } catch (cause) {
      const error = toRefusal(cause);
      unreachable = error.code === 'chain-unreachable';
      throw error;
    }
  });
  const files = openFiles(join(folder, 'files'));
  const ledger = {
    deployment,
    now,
    log,
    files,
    documents: openTermsDocuments(files),
    signer: openSigner(relayer),
    maxLag: config.maxLag ?? defaultLag,
    standing: () => ({ at: reached.at, block: reached.block, head, unreachable }),
    chain: openChain(deployment, provider, relayer),
    reach: async (maxAge = 0) => {
      if (maxAge === 0 || reached.at === undefined || now() - reached.at > maxAge) await reachNow();
      return reached.block;
    },
    read,
    recall: memory.recall,
    close: async () => {
      await log.close();
      await db.destroy();
    },
  };
  try {
    await ledger.reach();
    await requireSameHistory(ledger);
  } catch (error) {
    await ledger.close();
    throw error;
  }
  return ledger;
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}

/**
 * Runs a task one at a time. Who asks while it runs gets the next run, which they share: the one under way may have
 * looked before what they want to see was there.
 */
function afterTheOneUnderWay(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const start = () => {
    next = undefined;
    running = task().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (running === undefined) return start();
    next ??= running.catch(() => undefined).then(start);
    return next;
  };
}
