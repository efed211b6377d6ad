import type { Bundle } from '../../log/Bundle.ts';
import type { Verification } from '../../verify/Verification.ts';
import type { Say } from '../command/Say.ts';
import { timeText } from '../terminal/format.ts';

/** What a verification comes to, in one line; where it holds, by which anchor. */
export function describeVerdict(
  { verdict, against }: Verification,
  { chainId, anchor }: Pick<Bundle, 'chainId' | 'anchor'>,
  say: Say,
): string {
  if (verdict !== 'holds') return say(`verify.verdict-${verdict}`);
  if (against === 'root') return say('verify.holds-root');
  const time = timeText(anchor.timestamp);
  return say('verify.holds-chain', { chainId: `${chainId}`, block: `${anchor.block}`, time });
}
