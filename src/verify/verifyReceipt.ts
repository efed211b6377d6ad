import { z } from 'zod';
import { canonicalJson, hashBytes } from '../kernel/json/canonicalJson.ts';
import { fromBase64 } from '../kernel/base64.ts';
import { decodeDocument } from '../kernel/json/parseInput.ts';
import type { Entry } from '../log/Log.ts';
import type { CheckFacts } from '../check/ports.ts';
import type { Bundle } from '../log/Bundle.ts';
import { contentOf } from '../log/envelope.ts';
import { hashLeaf } from '../log/tree/tree.ts';
import { Signature, type Hex, type Block } from '../kernel/values.ts';
import { decideFrom } from '../check/checkLicence.ts';
import { Decision } from '../check/Decision.ts';
import { openTermsDocuments } from '../check/evidence/openTermsDocuments.ts';
import { withLogged } from '../check/evidence/withLogged.ts';
import { DecisionRecord, type ReceiptFile } from '../check/receipt/Receipt.ts';
import { hashDecision } from '../check/receipt/receiptData.ts';

/** The first thing that is not what it should be. */
export interface ReceiptFault {
  what: string;
  expected: string;
  got: string;
}

export interface ReadReceipt {
  record: DecisionRecord;
  signature: Hex;
}

/**
 * What the entry of a receipt says.
 *
 * @throws LedgerError `json-malformed`, `input-invalid` for an entry that is no decision.
 */
export function readReceipt({ entry }: ReceiptFile): ReadReceipt {
  const signed = z.strictObject({ record: DecisionRecord, signature: Signature });
  const read: unknown = decodeDocument(signed, fromBase64(entry.payload));
  return read as ReadReceipt;
}

/**
 * What of a receipt does not agree with itself: entry and record, record and decision, and the documents that are said to
 * have been here. Null where all does.
 */
export function faultWithin(file: ReceiptFile, { record }: ReadReceipt): ReceiptFault | null {
  const { envelope, index, contract, chainId } = file.entry;
  const { decision, deployment, author } = record;
  const documents = new Set(file.documents.map((text) => hashBytes(fromBase64(text))));
  const absent = record.documents.find(({ hash, here }) => here && !documents.has(hash));
  const logged = file.logged.map((one) => `${one.index} of ${one.contract}`).join(', ');
  return firstFault([
    ['the type of the entry', 'decision', envelope.type],
    ['the subject of the entry', hashDecision(decision), envelope.subject],
    ['the author of the entry', author, envelope.author],
    ['the contract of the log', deployment.log, contract],
    ['the chain', `${deployment.chainId}`, `${chainId}`],
    ['the time it was stated', `${decision.decided}`, `${record.stated}`],
    [
      'the log it was decided by',
      `up to ${index} entries`,
      decision.log.size <= index ? `up to ${index} entries` : `${decision.log.size}`,
    ],
    ['a document of the terms', absent?.hash ?? '', absent === undefined ? '' : 'none with this hash'],
    ['the entries of logged works', record.logged.map((one) => `${one} of ${contract}`).join(', '), logged],
  ]);
}

/** What of a receipt does not agree with a block as the chain has it. */
export function faultOfBlock({ record }: ReadReceipt, block: Block | undefined): ReceiptFault | null {
  const { number, hash, timestamp } = record.decision.block;
  return firstFault([
    ['the block it was true at', hash, block?.hash ?? `none with the number ${number}`],
    ['the time of that block', `${timestamp}`, `${block?.timestamp ?? timestamp}`],
  ]);
}

/**
 * Decides once more, from the facts of the block as they were rebuilt from the chain, and with the documents of the
 * receipt. An answer that nobody can tell from an index that was behind rests on none of them.
 *
 * @returns what differs, or null.
 */
export async function faultOfVerdict(
  file: ReceiptFile,
  { record }: ReadReceipt,
  facts: CheckFacts,
): Promise<ReceiptFault | null> {
  const { decision, deployment } = record;
  if (decision.reason === 'index-behind') return null;
  const documents = new Map(file.documents.map((text) => [hashBytes(fromBase64(text)), fromBase64(text)]));
  const here = new Set(record.documents.filter((one) => one.here).map(({ hash }) => hash));
  const logged = file.logged.map(entryOf).filter(({ index }) => index < decision.log.size);
  const log = {
    size: () => decision.log.size,
    entriesOf: (type: string, subject: Hex) =>
      logged.filter(({ envelope }) => envelope.type === type && envelope.subject === subject),
    registrationsOf: (contentHash: Hex) =>
      logged.filter(
        ({ envelope, payload }) =>
          envelope.type === 'registration' && contentOf(payload).toString('hex') === contentHash.slice(2),
      ),
  };
  const read = (hash: Hex) => Promise.resolve(here.has(hash) ? documents.get(hash) : undefined);
  const again = await decideFrom(
    { documents: openTermsDocuments({ read }), log, now: () => decision.decided, deployment },
    withLogged(facts, log),
    decision.question,
    // How the index stood to the chain was known to nobody but the service.
    { explain: decision.trail !== undefined, chain: decision.chain },
  );
  return firstDifference(z.encode(Decision, again), z.encode(Decision, decision));
}

type Check = readonly [what: string, expected: string, got: string];

function firstFault(checks: readonly Check[]): ReceiptFault | null {
  const failed = checks.find(([, expected, got]) => expected !== got);
  return failed === undefined ? null : { what: failed[0], expected: failed[1], got: failed[2] };
}

/** The first member of the decision that differs from what is decided now. */
function firstDifference(
  expected: z.input<typeof Decision>,
  got: z.input<typeof Decision>,
): ReceiptFault | null {
  const names = Object.keys({ ...expected, ...got }) as (keyof z.input<typeof Decision>)[];
  const text = (value: unknown) => (value === undefined ? 'nothing' : canonicalJson(value));
  const differing = names.find((name) => text(expected[name]) !== text(got[name]));
  if (differing === undefined) return null;
  return {
    what: `the decision’s ${differing}`,
    expected: text(expected[differing]),
    got: text(got[differing]),
  };
}

function entryOf({ index, envelope, payload, document, leaf }: Bundle): Entry {
  const leafHash: Hex = `0x${hashLeaf(Buffer.from(leaf.slice(2), 'hex')).toString('hex')}`;
  const bytes = document === null ? new Uint8Array() : fromBase64(document);
  return { index, envelope, payload: fromBase64(payload), document: bytes, leafHash };
}
