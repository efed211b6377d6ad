import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { LogLedger } from './ports.ts';
import { readCheckpoint } from './Checkpoint.ts';

type Parts = Pick<LogLedger, 'log' | 'chain'>;

/**
 * Publishes the log and anchors its root on the chain, if the log has grown since the last anchor.
 *
 * @returns the size anchored now, or undefined if there was nothing new.
 * @throws LedgerError `log-inconsistent` if the chain has anchored another history than the log holds.
 */
export async function anchorLog(parts: Parts): Promise<number | undefined> {
  const { log, chain } = parts;
  const last = await requireSameHistory(parts);
  if (log.size() === last) return undefined;
  // Whoever sees the anchor finds the entries and tiles of that size.
  const { size } = readCheckpoint(await log.publish());
  await chain.anchor(size, log.root(size), log.proveConsistency(last, size));
  return size;
}

/**
 * Requires that the log begins with everything the chain has anchored. One that was restored from an old copy does
 * not, and what is appended to it could never be anchored.
 *
 * @returns the size of the last anchor.
 * @throws LedgerError `log-inconsistent`.
 */
export async function requireSameHistory({ log, chain }: Parts): Promise<number> {
  const last = await chain.anchored();
  // Asked after the anchor: another process may append meanwhile, and a log only grows.
  const size = log.size();
  if (last.size > size || (last.size > 0 && log.root(last.size) !== last.root)) {
    throw new LedgerError(
      'log-inconsistent',
      message('errors.log-other', { size: last.size, root: last.root, got: size }),
    );
  }
  return last.size;
}
