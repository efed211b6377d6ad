import { z } from 'zod';
import { expects } from '../../kernel/json/fault.ts';
import { Address, Amount, Bps, Hash, Texts } from '../../kernel/values.ts';
import { Uses } from '../../work/Uses.ts';
import { maxInherited, restrictionShape } from './restrictions.ts';

/** The fields of a draft of terms, each by itself. */
export const DraftFields = z.strictObject({
  title: Texts,
  uses: Uses.min(1),
  /** What a derivative made under the licence may license to others. */
  passOn: Uses.default([]),
  currency: Address,
  /** What a licence costs, in the currency's smallest unit. */
  price: Amount.refine((price) => price < 2n ** 128n, expects('errors.an-amount-below', { bits: 128 })),
  /** Owed of revenue earned by using the work, and of what a derivative receives. */
  revenueShareBps: Bps.default(0),
  /** Seconds; zero is without end. */
  duration: z.int().min(0).max(4_294_967_295).default(0),
  /** How many licences may be sold; zero is without limit. */
  cap: z.int().min(0).max(4_294_967_295).default(0),
  attribution: z.boolean().default(true),
  shareAlike: z.boolean().default(false),
  approvalRequired: z.boolean().default(false),
  transferable: z.boolean().default(false),
  absoluteShare: z.boolean().default(false),
  /** Only uses that are not for gain: a contract cannot know, so the document says it, as all that follows. */
  nonCommercial: z.boolean().default(false),
  ...restrictionShape,
  /** How the creator is named where it is used; without, in any way that is usual. */
  attributionText: Texts.optional(),
  /** Documents whose rules hold, too, by the SHA-256 of their canonical JSON. */
  inherits: z.array(Hash).min(1).max(maxInherited).optional(),
});
export type DraftFields = z.output<typeof DraftFields>;
