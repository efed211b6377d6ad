import type { z } from 'zod';
import { PublicRecord } from '../../src/assistance/record/Assistance.ts';
import { Declaration } from '../../src/assistance/record/Declaration.ts';
import { summarise } from '../../src/assistance/summary/summarise.ts';
import type { Hex } from '../../src/kernel/values.ts';

export const someAuthor: Hex = `0x${'11'.repeat(20)}`;

/** A record of a making, with the summary it comes to. */
export function toRecord(
  draft: z.input<typeof Declaration>,
  change: Partial<z.input<typeof PublicRecord>> = {},
): PublicRecord {
  const making = Declaration.parse(draft);
  return PublicRecord.parse({
    type: 'assistance',
    version: 1,
    workId: '7',
    author: someAuthor,
    disclosure: 'public',
    ...draft,
    summary: summarise(making),
    stated: 1_760_000_000,
    ...change,
  });
}
