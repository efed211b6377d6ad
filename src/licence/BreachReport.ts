import { z } from 'zod';
import { Address, Hash, WorkId } from '../values.ts';
import { Breach } from './Terms.ts';

/** What a creator says that a licensee did: canonical JSON (RFC 8785), whose SHA-256 is the evidence on chain. */
export const BreachReport = z.strictObject({
  version: z.literal(1),
  workId: WorkId,
  termsId: Hash,
  licensee: Address,
  breach: Breach,
  /** In words, with where it can be seen. */
  what: z.string().min(1, 'expected what happened').max(10_000),
});
export type BreachReport = z.output<typeof BreachReport>;
