import type { Hex } from '../../src/kernel/values.ts';
import { useNames } from '../../src/work/Uses.ts';
import type { ModelQuestion } from './checkModel.ts';
import type { Random } from './random.ts';

/** A question about one of these works, or seldom about none, in which somebody says this and that. */
export function anyQuestion(
  random: Random,
  { works, accounts, moment }: { works: readonly bigint[]; accounts: readonly Hex[]; moment: () => string },
): ModelQuestion & { time?: string } {
  const some = <T>(list: readonly T[]): T[] | undefined => {
    const chosen = random.some(list, 0.35);
    return chosen.length === 0 ? undefined : chosen;
  };
  const said = {
    purpose: some(['commercial', 'non-commercial', 'advertising', 'personal', 'research']),
    territory: some(['ID', 'CN', 'FR']),
    medium: some(['website', 'game']),
    language: some(['id', 'zh']),
    count: random.chance(0.6) ? random.below(5) : undefined,
    time: random.chance(0.3) ? moment() : undefined,
  };
  return {
    workId: random.chance(0.02) ? 99n : random.one(works),
    licensee: random.chance(0.05) ? null : random.one(accounts),
    use: random.one(useNames),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  };
}
