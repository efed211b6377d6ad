import { hash } from 'node:crypto';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Hex } from '../../kernel/values.ts';
import { isSignedBy, readCheckpoint } from '../Checkpoint.ts';
import { openCompactRange, type CompactRange } from '../tree/CompactRange.ts';
import { envelopeLength } from '../envelope.ts';
import { originOf } from '../originOf.ts';
import type { StoredRecord } from '../disk/recordBundle.ts';
import { hashLeaf } from '../tree/tree.ts';
import { checkTiles } from './checkTiles.ts';
import type { Fault } from './Fault.ts';
import { readFileOf, type LogFiles } from './LogFiles.ts';
import { readRecords } from './readRecords.ts';

/** A root that the chain took. */
export interface Anchor {
  size: number;
  root: Hex;
  block: number;
  transaction: Hex;
}

export interface AuditOptions {
  /** Whose signature the checkpoint has to have; none is checked without. */
  verifierKey?: string | undefined;
  /** The chain, and every anchor on it in its order, read up to a block that was there before the checkpoint. */
  chain?: { chainId: number; contract: Hex; anchors: AsyncIterable<Anchor> } | undefined;
  /** Hears now and then how far it is. */
  onProgress?: (done: number, size: number) => void;
}

export interface LogAudit {
  verdict: 'holds' | 'does-not-hold';
  place: string;
  origin: string;
  size: number;
  root: Hex;
  /** Whether a signature of the checkpoint was checked. */
  signed: boolean;
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
  const note = await readFileOf(files, 'checkpoint', longestCheckpoint);
  if (note === undefined) {
    throw new LedgerError('log-unknown', message('errors.log-missing', { place: files.place }));
  }
  const { origin, size, root } = readCheckpoint(note.toString());
  const anchors = chain?.anchors[Symbol.asyncIterator]();
  const tally = { anchors: 0, anchored: 0 };
  const fault =
    wrongName(origin, chain) ??
    wrongSignature(note.toString(), verifierKey) ??
    (await wrongEntry(files, { size, root: hex(root) }, anchors, tally, options.onProgress));
  await anchors?.return?.();
  return {
    verdict: fault === undefined ? 'holds' : 'does-not-hold',
    place: files.place,
    origin,
    size,
    root: hex(root),
    signed: verifierKey !== undefined,
    anchors: chain === undefined ? null : tally.anchors,
    anchored: chain === undefined ? null : tally.anchored,
    fault: fault ?? null,
  };
}

async function wrongEntry(
  files: LogFiles,
  checkpoint: { size: number; root: Hex },
  anchors: AsyncIterator<Anchor> | undefined,
  tally: { anchors: number; anchored: number },
  onProgress: AuditOptions['onProgress'],
): Promise<Fault | undefined> {
  const { size } = checkpoint;
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
      if ('got' in record) return { entry: index, last: index, what: 'the record', ...record };
      const leafHash = hashLeaf(record.leaf);
      const fault = wrongRecord(index, record) ?? (await tiles.entry(index, record.leaf, leafHash));
      if (fault !== undefined) return fault;
      range.push(leafHash);
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

function wrongName(origin: string, chain: AuditOptions['chain']): Fault | undefined {
  const expected = chain === undefined ? origin : originOf(chain.chainId, chain.contract);
  if (origin === expected) return undefined;
  return { entry: null, last: null, what: 'the log’s name', expected, got: origin };
}

function wrongSignature(note: string, verifierKey: string | undefined): Fault | undefined {
  if (verifierKey === undefined || isSignedBy(note, verifierKey)) return undefined;
  const expected = `a signature of ${verifierKey}`;
  return { entry: null, last: null, what: 'the checkpoint’s signature', expected, got: 'none that is good' };
}

function wrongRecord(index: number, { leaf, payload, document }: StoredRecord): Fault | undefined {
  const expected = Buffer.from(leaf).toString('hex', envelopeLength - 32);
  const got = hash('sha256', payload);
  if (expected !== got) {
    return { entry: index, last: index, what: 'the payload', expected: `0x${expected}`, got: `0x${got}` };
  }
  if (document.length === 0) return undefined;
  const named = hash('sha256', document, 'buffer');
  if (Buffer.from(payload).includes(named) || Buffer.from(payload).includes(named.toString('hex'))) {
    return undefined;
  }
  return {
    entry: index,
    last: index,
    what: 'the document',
    expected: 'one that the payload names by hash',
    got: hex(named),
  };
}

function wrongAnchor(anchor: Anchor, range: CompactRange, covered: number): Fault | undefined {
  const got = hex(range.root());
  if (got === anchor.root) return undefined;
  const what = `the root of ${anchor.size} entries, anchored in block ${anchor.block}`;
  return { entry: covered, last: anchor.size - 1, what, expected: anchor.root, got };
}

function wrongRoot(
  { size, root }: { size: number; root: Hex },
  range: CompactRange,
  covered: number,
): Fault | undefined {
  const got = hex(range.root());
  if (got === root) return undefined;
  return { entry: covered, last: size - 1, what: 'the checkpoint’s root', expected: root, got };
}

/** Nothing covers the entries after the last anchor that agrees. */
function shrunk(size: number, anchor: Anchor | undefined, covered: number): Fault | undefined {
  if (anchor === undefined) return undefined;
  return {
    entry: covered,
    last: size,
    what: `the size, anchored in block ${anchor.block}`,
    expected: `${anchor.size} entries`,
    got: `${size}`,
  };
}

function hex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString('hex')}`;
}
