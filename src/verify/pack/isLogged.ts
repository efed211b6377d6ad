import { hashBytes } from '../../kernel/json/canonicalJson.ts';
import { encodeEnvelope } from '../../log/envelope.ts';
import { hashLeaf } from '../../log/tree/tree.ts';
import { verifyInclusion } from '../../log/tree/verifyProof.ts';
import type { Hex } from '../../kernel/values.ts';
import { payloadOf } from '../../log/logSigned.ts';
import { ProcessHead, type ProvenHead } from '../../process/ProcessHead.ts';

/** Whether the log holds a signed head at its index under the root, as its proof says (RFC 9162, 2.1.3.2). */
export function isLogged({ record, signature, index, proof, anchor }: ProvenHead): boolean {
  const payloadHash = hashBytes(payloadOf(ProcessHead, { record, signature }));
  const { session: subject, author } = record;
  const leaf = hashLeaf(encodeEnvelope({ type: 'process', subject, author, payloadHash }));
  return verifyInclusion(leaf, index, anchor.size, bytes(anchor.root), proof.map(bytes));
}

function bytes(hex: Hex): Uint8Array {
  return Buffer.from(hex.slice(2), 'hex');
}
