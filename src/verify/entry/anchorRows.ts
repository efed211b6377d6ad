import type { Hex } from '../../kernel/values.ts';
import type { FoundAnchor } from '../../log/FoundAnchor.ts';
import { compare } from '../compare.ts';
import type { Ground, TrustedRoot } from '../Ground.ts';
import type { About, Row } from '../Verification.ts';

/** A root of the log, and the transaction that is said to have anchored it. */
interface AnchorClaim {
  chainId: number;
  contract: Hex;
  size: number;
  root: Hex;
  transaction: Hex;
  block: number;
  /** Both only where the file names them. */
  blockHash?: Hex;
  timestamp?: number;
}

/** What a ground shows of a claim: the transaction as the chain has it, or the root that was given. */
export type AnchorEvidence =
  | { against: 'chain'; chainId: number; found: FoundAnchor | undefined }
  /** `given`: null where no root was given, undefined where another was. */
  | { against: 'root'; given: TrustedRoot | null | undefined };

/** Asks the ground for what `anchorRows` compares; undefined where no ground is asked. */
export async function findEvidence(
  ground: Ground | undefined,
  { root, transaction }: Pick<AnchorClaim, 'root' | 'transaction'>,
): Promise<AnchorEvidence | undefined> {
  if (ground === undefined) return undefined;
  if (ground.against === 'root') {
    const { against, roots } = ground;
    return { against, given: roots.find((one) => one.root === root) ?? roots[0] ?? null };
  }
  return {
    against: 'chain',
    chainId: await ground.chainId(),
    found: await ground.findAnchor(transaction),
  };
}

/**
 * Whether a root is one that the ground knows: by the chain, the event of the transaction in its block; else a root that
 * was given.
 *
 * @param evidence undefined to list the checks without making them.
 */
export function anchorRows(
  claim: AnchorClaim,
  evidence: AnchorEvidence | undefined,
  about: About = {},
): Row[] {
  const { chainId, contract, size, root, transaction, block, blockHash, timestamp } = claim;
  const chain = evidence?.against === 'chain' ? evidence : undefined;
  const found = chain?.found;
  const event = found && pickEvent(found, claim);
  return [
    ...(evidence?.against === 'root' ? rootRows(claim, evidence.given, about) : []),
    compare('chain', chain && `${chain.chainId}`, `${chainId}`, about),
    compare('anchor', chain && (event === undefined ? null : transaction), transaction, about),
    compare('anchor-contract', event?.contract, contract, about),
    compare('anchor-size', event && `${event.size}`, `${size}`, about),
    compare('anchor-root', event?.root, root, about),
    compare('anchor-block', found && `${found.block.number}`, `${block}`, about),
    ...(blockHash === undefined ? [] : [compare('anchor-block-hash', found?.block.hash, blockHash, about)]),
    ...(timestamp === undefined
      ? []
      : [compare('anchor-time', found && `${found.block.timestamp}`, `${timestamp}`, about)]),
  ];
}

function rootRows({ size, root }: AnchorClaim, given: TrustedRoot | null | undefined, about: About): Row[] {
  const givenSize = given?.size === undefined ? undefined : `${given.size}`;
  return [
    compare('root-size', givenSize, `${size}`, about),
    compare('root', given && given.root, root, about),
  ];
}

/** Of the roots that one transaction anchored, the claimed one, else one of the same contract, else any. */
function pickEvent({ roots }: FoundAnchor, { contract, size, root }: AnchorClaim) {
  const own = roots.filter((one) => one.contract === contract);
  return own.find((one) => one.size === size && one.root === root) ?? own[0] ?? roots[0];
}
