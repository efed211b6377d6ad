import { fromHex, toHex } from '../../kernel/bytesText.ts';
import { hashBytes } from '../../kernel/json/canonicalJson.ts';
import { encodeEnvelope } from '../../log/envelope.ts';
import { toPayload } from '../../log/logSigned.ts';
import { hashLeaf } from '../../log/tree/tree.ts';
import { computeRoot } from '../../log/tree/verifyProof.ts';
import { headData } from '../../process/headData.ts';
import { ProcessHead, type ProvenHead } from '../../process/ProcessHead.ts';
import type { ProcessPack } from '../../process/ProcessPack.ts';
import { compare } from '../compare.ts';
import { anchorRows, findEvidence, type AnchorEvidence } from '../entry/anchorRows.ts';
import type { Ground } from '../Ground.ts';
import type { Row } from '../Verification.ts';
import type { HeadReport } from './PackVerification.ts';

/** Whether the log holds a signed head at its index under the root, as its proof shows (RFC 9162, 2.1.3.2). */
export function inclusionRow({ record, signature, index, proof, anchor }: ProvenHead): Row {
  const payloadHash = hashBytes(toPayload(ProcessHead, { record, signature }));
  const { session: subject, author, count } = record;
  const leaf = hashLeaf(encodeEnvelope({ type: 'process', subject, author, payloadHash }));
  const computed = computeRoot(leaf, index, anchor.size, proof.map(fromHex));
  const got = computed === undefined ? null : toHex(computed);
  return compare('inclusion', anchor.root, got, { head: count });
}

/** Whether the author signed a head (EIP-712), and its root was anchored. */
export async function headRows(
  pack: ProcessPack,
  head: ProvenHead,
  ground: Ground | undefined,
): Promise<{ rows: Row[]; report: HeadReport }> {
  const { chainId, log: contract } = pack;
  const { record, index, anchor } = head;
  const evidence = await findHeadEvidence(pack, head, ground);
  const anchored = anchorRows({ chainId, contract, ...anchor }, evidence, { head: record.count });
  const known = anchored.filter(({ ok }) => ok !== null);
  const timestamp = evidence?.against === 'chain' ? evidence.found?.block.timestamp : undefined;
  return {
    rows: [await signatureRow(pack, head, ground), ...anchored],
    report: {
      count: record.count,
      index,
      ...anchor,
      holds: known.length === 0 ? null : known.every(({ ok }) => ok),
      timestamp: timestamp ?? null,
    },
  };
}

/** A root that was given vouches for the heads under it; those under others are not checked. */
async function findHeadEvidence(
  { heads }: ProcessPack,
  { anchor }: ProvenHead,
  ground: Ground | undefined,
): Promise<AnchorEvidence | undefined> {
  if (ground?.against !== 'root') return await findEvidence(ground, anchor);
  const isGiven = (root: string) => ground.roots.some((one) => one.root === root);
  const isOther = !isGiven(anchor.root) && heads.some((one) => isGiven(one.anchor.root));
  return isOther ? { against: 'root', given: undefined } : await findEvidence(ground, anchor);
}

async function signatureRow(
  { chainId, log }: ProcessPack,
  { record, signature }: ProvenHead,
  ground: Ground | undefined,
): Promise<Row> {
  const { author, count: head } = record;
  const isSigned = await ground?.verifySignature(author, headData({ chainId, log }, record), signature);
  const expected = isSigned === undefined || isSigned === null ? undefined : author;
  return compare('head-signature', expected, isSigned === true ? author : null, { head });
}
