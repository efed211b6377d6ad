import { ZeroAddress } from 'ethers';
import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import type { Terms } from '../../src/terms/Terms.ts';
import type { Hex } from '../../src/kernel/values.ts';
import { labelCodes, labelsToBits } from '../../src/work/Labels.ts';
import type { Payee, Registration, Source } from '../../src/work/Registration.ts';
import { useNames, usesToBits } from '../../src/work/Uses.ts';
import type { Random } from './random.ts';
import { registration } from './registration.ts';

const day = 86_400;
const durations = [0, 0, 0, day, 30 * day, 400 * day, 3650 * day, 2 ** 32 - 1];

/** Accounts that works name as payees, beside their creators. */
export const payees: Hex[] = [1, 2, 3].map((i): Hex => `0x${`${i}`.padStart(40, 'f')}`);

/** What somebody might state of a work. */
export function stated(random: Random, name: string, sources: Source[]): Registration {
  const kind =
    sources.length > 0 ? 2 - Number(random.chance(0.1)) : random.chance(0.03) ? 2 : random.below(2);
  const split = random.chance(0.4) ? random.some(payees, 0.7) : [];
  return {
    ...registration(name, kind),
    contentHash: hashBytes(Buffer.from(`content of ${name}`)),
    retained: usesToBits(random.some(useNames, 0.15)),
    holderUses: usesToBits(random.some(useNames, 0.3)),
    labels:
      kind === 0 && random.chance(0.5)
        ? labelsToBits(random.some(labelCodes, 0.1))
        : Number(random.chance(0.02)),
    sources,
    payees: split.map((account, i): Payee => {
      const even = Math.floor(10_000 / split.length);
      const first = 10_000 - even * (split.length - 1) - Number(random.chance(0.03));
      return { account, shareBps: i === 0 ? first : even };
    }),
  };
}

/** Terms that mostly let what is licensed be adapted. */
export function toTerms(random: Random): Terms {
  const uses = usesToBits([
    ...random.some(useNames, 0.8),
    ...(random.chance(0.9) ? (['adapt'] as const) : []),
  ]);
  return {
    uses,
    passOn: uses & usesToBits(random.some(useNames, 0.8)),
    currency: ZeroAddress as Hex,
    price: 0n,
    revenueShareBps: random.below(4) * 400,
    duration: random.one(durations),
    cap: 0,
    flags:
      random.below(2) |
      (Number(random.chance(0.15)) << 1) |
      (Number(random.chance(0.4)) << 3) |
      (Number(random.chance(0.3)) << 4),
    documentHash: hashBytes(Buffer.from(`${random.below(2 ** 31)}`)),
  };
}
