import { parseInput } from '../kernel/json/parseInput.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { Bundle } from '../log/Bundle.ts';
import { verifyBundle, type BundleVerdict, type Trusted } from '../verify/verifyBundle.ts';
import { address, count, hash } from './command/arguments.ts';
import type { Cli } from './command/Cli.ts';
import { exitCodes } from './command/exitCodes.ts';
import { blocks, pairs, timeText } from './terminal/format.ts';
import type { Answer } from './command/run.ts';
import { describeEntry, type DescribedEntry } from './describeEntry.ts';
import type { VerifyOptions } from './verify.ts';

/** Checks a bundle, and says what its entry says. */
export async function verifyEntry(cli: Cli<VerifyOptions>, value: unknown): Promise<Answer> {
  const { key, contract } = cli.options;
  const bundle = parseInput(Bundle, value);
  const trusted = rootIn(cli.options) ?? (await askChain(cli, bundle));
  const verdict = verifyBundle(bundle, trusted, {
    verifierKey: key,
    contract: contract === undefined ? undefined : address(contract, '--contract'),
  });
  const says = describeEntry(bundle);
  const { chainId, index, size, root, anchor } = bundle;
  return {
    data: { ...verdict, chainId, contract: bundle.contract, index, size, root, anchor, says },
    text: () => showVerdict(bundle, verdict, says),
    exitCode: exitCodeOf(verdict),
  };
}

/** The root that was given; undefined where the chain is to be asked. */
export function rootIn({ root, size }: VerifyOptions): Trusted | undefined {
  if (root === undefined && size === undefined) return undefined;
  if (root === undefined || size === undefined) {
    throw new LedgerError(
      'input-invalid',
      `expected --root and --size, got only ${root === undefined ? '--size' : '--root'}`,
    );
  }
  return { against: 'root', root: hash(root, '--root'), size: count(size, '--size') };
}

/** What the chain says of the anchor of a bundle. */
export async function askChain(cli: Cli<VerifyOptions>, { anchor }: Bundle): Promise<Trusted> {
  const { findAnchor } = await import('../chain/readAnchors.ts');
  const { provider, chainId } = await cli.chain();
  return { against: 'chain', chainId, anchor: await findAnchor(provider, anchor.transaction) };
}

function exitCodeOf({ verdict, against }: BundleVerdict): number {
  if (verdict === 'does-not-hold') return exitCodes.denied;
  return against === 'root' ? exitCodes.holdsOffline : exitCodes.done;
}

function showVerdict(
  bundle: Bundle,
  { verdict, against, signed, fault }: BundleVerdict,
  says: DescribedEntry,
) {
  const { chainId, contract, index, size, root, anchor } = bundle;
  const asked =
    against === 'chain'
      ? `holds: chain ${chainId} anchored it in block ${anchor.block}, ${timeText(anchor.timestamp)}`
      : 'holds against the root that was given; the chain was not asked';
  return blocks(
    verdict === 'holds'
      ? asked
      : `does NOT hold\n\n${pairs(['what', fault?.what ?? ''], ['expected', fault?.expected ?? ''], ['got', fault?.got ?? ''])}`,
    pairs(
      ['entry', `${index} of ${size}`],
      ['says', says.sentence],
      ...says.details.map(([name, text]) => [name, text] as const),
    ),
    pairs(
      ['root', root],
      ['contract', contract],
      ['transaction', anchor.transaction],
      ['signature', signed ? 'of the given key' : 'not checked: no --key'],
    ),
  );
}
