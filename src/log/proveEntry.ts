import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { LogLedger } from './ports.ts';
import type { Hex } from '../kernel/values.ts';
import type { Bundle } from './Bundle.ts';
import { encodeEnvelope, leafTypes, type LeafType } from './envelope.ts';
import type { Entry } from './Log.ts';

/**
 * An entry with its proof and the first anchor that covers it.
 *
 * @throws LedgerError `entry-unknown`, `entry-unanchored` if no anchor that the index has read covers it,
 * `log-inconsistent` if the chain has anchored another root.
 */
export async function proveEntry(ledger: LogLedger, index: number): Promise<Bundle> {
  const { log, deployment } = ledger;
  const entry = requireEntry(ledger, index);
  const found = await ledger.read(async (facts) => {
    const anchor = await facts.anchorFrom(index + 1);
    const block = anchor === null ? undefined : await facts.blockAt(anchor.block);
    return anchor === null || block === undefined ? undefined : { ...anchor, block };
  });
  if (found === undefined) {
    throw new LedgerError('entry-unanchored', message('errors.entry-unanchored', { index }), {
      details: { index },
    });
  }
  const { size, transaction, block } = found;
  const root = log.root(size);
  if (root !== found.root) {
    throw new LedgerError(
      'log-inconsistent',
      message('errors.log-root', { expected: found.root, size, got: root }),
    );
  }
  const { envelope, payload, document } = entry;
  return {
    type: 'lianpu-entry',
    version: 1,
    chainId: deployment.chainId,
    contract: deployment.log,
    envelope,
    leaf: `0x${encodeEnvelope(envelope).toString('hex')}`,
    payload: base64(payload),
    document: document.length === 0 ? null : base64(document),
    index,
    size,
    root,
    proof: log.proveInclusion(index, size),
    checkpoint: log.checkpointOf(size),
    anchor: { transaction, block: block.number, blockHash: block.hash, timestamp: block.timestamp },
  };
}

/** @throws LedgerError `entry-unknown`. */
export function requireEntry({ log }: Pick<LogLedger, 'log'>, index: number): Entry {
  const entry = log.entry(index);
  if (entry !== undefined) return entry;
  throw new LedgerError('entry-unknown', message('errors.entry-unknown', { size: log.size(), index }));
}

/** The entries about a work or another subject, in the order of the log. */
export function entriesAbout({ log }: Pick<LogLedger, 'log'>, subject: Hex): Entry[] {
  const types = Object.keys(leafTypes) as LeafType[];
  return types.flatMap((type) => log.entriesOf(type, subject)).sort((a, b) => a.index - b.index);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
