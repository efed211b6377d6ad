import type { ModelQuestion } from './checkModel.ts';
import type { Random } from './random.ts';

/** What somebody may say beside work, account and use: some of it, as it comes. */
export function anyFacts(
  random: Random,
  moment: () => string,
): Omit<ModelQuestion, 'workId' | 'licensee' | 'use'> & { time?: string } {
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
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
