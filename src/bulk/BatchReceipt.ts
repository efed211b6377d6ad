import { z } from 'zod';
import { errorCodes } from '../kernel/errors.ts';
import { Address, Hash } from '../kernel/values.ts';
import type { Message } from '../messages/Message.ts';

/** A line that was not taken, and why; lines are counted from one. */
export const RefusedLine = z.object({ line: z.int(), code: z.enum(errorCodes), detail: z.string() });
export type RefusedLine = z.output<typeof RefusedLine>;

/** The same before its reader’s language is known. */
export type LineFault = Omit<RefusedLine, 'detail'> & { fault: Message<'errors'> };

/** How many refused lines are named; of more only the number is told. */
export const namedLines = 1000;

/** What became of a stream of registrations. */
export const BatchReceipt = z.object({
  /** The operator who vouched for lines without a signature; null if nobody did. */
  author: Address.nullable(),
  /** Lines that were read, blank ones not counted: the sum of the next three. */
  lines: z.int(),
  /** New in the log. */
  added: z.int(),
  /** In the log before, in the same words. */
  known: z.int(),
  refused: z.int(),
  refusedLines: z.array(RefusedLine).max(namedLines),
  /** The log afterwards: its size, its root, and the first and last place of these lines in it; null for none. */
  log: z.object({ size: z.int(), root: Hash, first: z.int().nullable(), last: z.int().nullable() }),
});
export type BatchReceipt = z.output<typeof BatchReceipt>;

/** A receipt before its reader’s language is known. */
export type Ingested = Omit<BatchReceipt, 'refusedLines'> & { refusedLines: LineFault[] };
