import { hash } from 'node:crypto';
import { fromBase64, fromHex, toHex } from '../../kernel/bytesText.ts';
import { hashBytes } from '../../kernel/json/canonicalJson.ts';
import type { Hex } from '../../kernel/values.ts';
import type { Bundle } from '../../log/Bundle.ts';
import { isSignedBy, readCheckpoint } from '../../log/Checkpoint.ts';
import { encodeEnvelope } from '../../log/envelope.ts';
import { nameLog } from '../../log/nameLog.ts';
import { hashLeaf } from '../../log/tree/tree.ts';
import { computeRoot } from '../../log/tree/verifyProof.ts';
import { compare } from '../compare.ts';
import type { About, Row } from '../Verification.ts';

/** What a verifier knows beforehand of the log an entry has to be of. */
export interface EntryExpectations {
  /** The key that has to have signed the checkpoint, name+hash+key (C2SP signed-note). */
  verifierKey?: string | undefined;
  /** The contract that has to have anchored the log. */
  contract?: Hex | undefined;
}

/**
 * Whether an entry agrees with itself: the leaf with the envelope, the payload with the leaf, the document with the
 * payload, the checkpoint with the root, and the proof with both (RFC 9162, 2.1.3.2).
 *
 * @throws LedgerError `checkpoint-invalid` for what is no checkpoint, `input-invalid` for what is no verifier key.
 */
export function entryRows(bundle: Bundle, expectations: EntryExpectations, about: About = {}): Row[] {
  const { chainId, contract, envelope, leaf, payload, index, size, root, proof } = bundle;
  const { verifierKey } = expectations;
  const checkpoint = readCheckpoint(bundle.checkpoint);
  const isSigned = verifierKey !== undefined && isSignedBy(bundle.checkpoint, verifierKey);
  const computed = computeRoot(hashLeaf(fromHex(leaf)), index, size, proof.map(fromHex));
  return [
    compare('leaf', toHex(encodeEnvelope(envelope)), leaf, about),
    compare('payload-hash', envelope.payloadHash, hashBytes(fromBase64(payload)), about),
    documentRow(bundle, about),
    compare('contract', expectations.contract, contract, about),
    compare('checkpoint-origin', nameLog(chainId, contract), checkpoint.origin, about),
    compare('checkpoint-size', `${size}`, `${checkpoint.size}`, about),
    compare('checkpoint-root', root, toHex(checkpoint.root), about),
    compare('checkpoint-signature', verifierKey, isSigned ? verifierKey : null, about),
    compare('inclusion', root, computed === undefined ? null : toHex(computed), about),
  ];
}

/** The payload names its document by hash: registrations as bytes, JSON as text. */
function documentRow({ payload, document }: Bundle, about: About): Row {
  if (document === null) return compare('document', undefined, null, about);
  const digest = hash('sha256', fromBase64(document), 'hex');
  const bytes = Buffer.from(payload, 'base64');
  const isNamed = bytes.includes(digest) || bytes.includes(digest, 0, 'hex');
  return compare('document', isNamed ? `0x${digest}` : null, `0x${digest}`, about);
}
