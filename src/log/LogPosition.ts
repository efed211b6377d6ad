import { z } from 'zod';
import { Hash } from '../kernel/values.ts';

/** An anchor on chain: the root of the log when it had `size` entries. */
export const Anchor = z.object({ size: z.int(), root: Hash, block: z.int(), transaction: Hash });
export type Anchor = z.output<typeof Anchor>;

/** Where in the log a record stands. */
export const LogPosition = z.object({
  /** Counted from zero. */
  index: z.int(),
  /** The hash of its leaf (RFC 9162, 2.1.1). */
  leafHash: Hash,
  /** The first anchor on chain that covers it; null until the log's root is anchored again. */
  anchor: Anchor.nullable(),
});
export type LogPosition = z.output<typeof LogPosition>;
