import { LedgerError } from '../error.ts';
import type { Ledger } from '../ledger.ts';

/**
 * Anchors the log's root on the chain if the log has grown since the last anchor.
 *
 * @returns the size anchored now, or undefined if there was nothing new.
 * @throws LedgerError `log-inconsistent` if the chain has anchored another history than the log holds.
 */
export async function anchorLog({ log, chain }: Pick<Ledger, 'log' | 'chain'>): Promise<number | undefined> {
  const size = log.size();
  const last = await chain.anchored();
  if (last.size > size || (last.size > 0 && log.root(last.size) !== last.root)) {
    throw new LedgerError(
      'log-inconsistent',
      `expected a log that begins with the ${last.size} entries anchored as ${last.root}, got another of ${size}`,
    );
  }
  if (size === last.size) return undefined;
  await chain.anchor(size, log.root(size), log.proveConsistency(last.size, size));
  return size;
}
