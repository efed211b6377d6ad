import type { z } from 'zod';
import type { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import type { Use } from '../../src/work/Uses.ts';
import type { Random } from './random.ts';

/**
 * What only a document says of terms: now and then this and that.
 *
 * @param uses Of these one is forbidden somewhere.
 * @param notAfter An instant in the middle of the times that are asked about.
 */
export function anyRestrictions(
  random: Random,
  { uses, notAfter }: { uses: readonly Use[]; notAfter: string },
): Partial<z.input<typeof TermsDraft>> {
  const maybe = <T>(value: T) => (random.chance(0.25) ? value : undefined);
  const notForGain = random.chance(0.15);
  const purposes = maybe({ only: [random.one(['advertising', 'commercial', 'research'] as const)] });
  const restrictions = {
    nonCommercial: notForGain,
    // Not for gain and for gain together is refused.
    purposes: notForGain ? undefined : purposes,
    territories: maybe({ only: [random.one(['ID', '035', '142', '150'])] }),
    channels: maybe({ only: [random.one(['website', 'game'] as const)] }),
    languages: maybe({ only: [random.one(['id', 'zh'])] }),
    limits: maybe({ uses: 1 + random.below(4) }),
    window: maybe({ notAfter }),
    forbidden: maybe([{ actions: [random.one(uses)], territories: [random.one(['150', 'CN'])] }]),
  };
  return Object.fromEntries(Object.entries(restrictions).filter(([, value]) => value !== undefined));
}
