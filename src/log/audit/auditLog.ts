import { toHex } from '../../kernel/bytesText.ts';
import { hash } from 'node:crypto';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Hex } from '../../kernel/values.ts';
import { isSignedBy, readCheckpoint } from '../Checkpoint.ts';
import { openCompactRange, type CompactRange } from '../tree/CompactRange.ts';
import { envelopeLength } from '../envelope.ts';
import type { Anchor } from '../LogPosition.ts';
import { nameLog } from '../nameLog.ts';
import type { StoredRecord } from '../disk/recordBundle.ts';
import { hashLeaf } from '../tree/tree.ts';
import { checkTiles } from './checkTiles.ts';
import type { Fault } from './Fault.ts';
import { readLogFile, type LogFiles } from './LogFiles.ts';
import { readRecords } from './readRecords.ts';

export interface AuditOptions {
  /** Whose signature the checkpoint has to have; none is checked without. */
  verifierKey?: string | undefined;
  /** The chain, and every anchor on it in its order, read up to a block that was there before the checkpoint. */
  chain?: { chainId: number; contract: Hex; anchors: AsyncIterable<Anchor> } | undefined;
  /** Called now and then with the entries compared so far, of how many. */
  onProgress?: ((done: number, size: number) => void) | undefined;
}

export interface LogAudit {
  verdict: 'holds' | 'does-not-hold';
  place: string;
  origin: string;
  size: number;
  root: Hex;
  /** How many entries agree, from the first on; null where none was read. */
  entries: number | null;
  /** How many anchors agree; null where the chain was not asked. */
  anchors: number | null;
  /** Entries that an anchor of the chain covers; null where the chain was not asked. */
  anchored: number | null;
  /** The first that differs; null for none. */
  fault: Fault | null;
}

/** Bytes of a checkpoint. */
const longestCheckpoint = 100_000;

/**
 * Audits a whole log, from its first entry to its last, and stops at the first that differs: every payload against its
 * leaf, every leaf against the tiles, the tiles against the checkpoint, and the tree of every anchored size against the
 * chain. What it holds does not grow with the log.
 *
 * @throws LedgerError `log-unknown` if there is no log, `checkpoint-invalid` for what is no checkpoint,
 * `service-unreachable`, `chain-unreachable`.
 */
export async function auditLog(files: LogFiles, options: AuditOptions): Promise<LogAudit> {
  const { verifierKey, chain } = options;
  const note = await readLogFile(files, 'checkpoint', longestCheckpoint);
  if (note === undefined) {
    throw new LedgerError('log-unknown', message('errors.log-missing', { place: files.place }));
  }
  const { origin, size, root } = readCheckpoint(note.toString());
  const anchors = chain?.anchors[Symbol.asyncIterator]();
  const tally: Tally = { entries: null, anchors: 0, anchored: 0 };
  const fault =
    wrongOrigin(origin, chain) ??
    wrongSignature(note.toString(), verifierKey) ??
    (await wrongEntry(files, { size, root: toHex(root) }, anchors, tally, options.onProgress));
  await anchors?.return?.();
  return {
    verdict: fault === undefined ? 'holds' : 'does-not-hold',
    place: files.place,
    origin,
    size,
    root: toHex(root),
    entries: tally.entries,
    anchors: chain === undefined ? null : tally.anchors,
    anchored: chain === undefined ? null : tally.anchored,
    fault: fault ?? null,
  };
}

/** How far everything agrees. */
interface Tally {
  entries: number | null;
  anchors: number;
  anchored: number;
}

async function wrongEntry(
  files: LogFiles,
  checkpoint: { size: number; root: Hex },
  anchors: AsyncIterator<Anchor> | undefined,
  tally: Tally,
  onProgress: AuditOptions['onProgress'],
): Promise<Fault | undefined> {
  const { size } = checkpoint;
  tally.entries = 0;
  const tiles = checkTiles(files, size);
  const range = openCompactRange(tiles.visit);
  let anchor: Anchor | undefined;
  const nextAnchor = async () => {
    const next = await anchors?.next();
    anchor = next === undefined || next.done === true ? undefined : next.value;
  };
  try {
    await nextAnchor();
    for await (const record of readRecords(files, size)) {
      const index = range.size();
      if ('check' in record) return { entry: index, last: index, ...record };
      const leafHash = hashLeaf(record.leaf);
      const fault = wrongRecord(index, record) ?? (await tiles.entry(index, record.leaf, leafHash));
      if (fault !== undefined) return fault;
      range.push(leafHash);
      tally.entries = range.size();
      const above = await tiles.above();
      if (above !== undefined) return above;
      if (anchor?.size === range.size()) {
        const forked = wrongAnchor(anchor, range, tally.anchored);
        if (forked !== undefined) return forked;
        tally.anchors += 1;
        tally.anchored = anchor.size;
        await nextAnchor();
      }
      if (range.size() % 4096 === 0) onProgress?.(range.size(), size);
    }
    return (
      (await tiles.edge()) ??
      wrongRoot(checkpoint, range, tally.anchored) ??
      shrunk(size, anchor, tally.anchored)
    );
  } finally {
    await tiles.close();
  }
}

function wrongOrigin(origin: string, chain: AuditOptions['chain']): Fault | undefined {
  const expected = chain === undefined ? origin : nameLog(chain.chainId, chain.contract);
  if (origin === expected) return undefined;
  return { check: 'origin', entry: null, last: null, expected, got: origin };
}

function wrongSignature(note: string, verifierKey: string | undefined): Fault | undefined {
  if (verifierKey === undefined || isSignedBy(note, verifierKey)) return undefined;
  return { check: 'checkpoint-signature', entry: null, last: null, expected: verifierKey, got: null };
}

function wrongRecord(index: number, { leaf, payload, document }: StoredRecord): Fault | undefined {
  const expected = Buffer.from(leaf).toString('hex', envelopeLength - 32);
  const got = hash('sha256', payload);
  const at = { entry: index, last: index };
  if (expected !== got) return { check: 'payload-hash', ...at, expected: `0x${expected}`, got: `0x${got}` };
  if (document.length === 0) return undefined;
  const named = hash('sha256', document, 'buffer');
  if (Buffer.from(payload).includes(named) || Buffer.from(payload).includes(named.toString('hex'))) {
    return undefined;
  }
  return { check: 'document', ...at, expected: null, got: toHex(named) };
}

function wrongAnchor({ root, size, block }: Anchor, range: CompactRange, covered: number): Fault | undefined {
  const got = toHex(range.root());
  if (got === root) return undefined;
  return { check: 'anchor-root', entry: covered, last: size - 1, block, expected: root, got };
}

function wrongRoot(
  { size, root }: { size: number; root: Hex },
  range: CompactRange,
  covered: number,
): Fault | undefined {
  const got = toHex(range.root());
  if (got === root) return undefined;
  return { check: 'checkpoint-root', entry: covered, last: size - 1, expected: root, got };
}

/** Nothing covers the entries after the last anchor that agrees. */
function shrunk(size: number, anchor: Anchor | undefined, covered: number): Fault | undefined {
  if (anchor === undefined) return undefined;
  return {
    check: 'anchor-size',
    entry: covered,
    last: size,
    block: anchor.block,
    expected: `${anchor.size}`,
    got: `${size}`,
  };
}
