import { z } from 'zod';

/** A condition of a document that the facts do not meet, or of which nobody stated the fact. */
export const Condition = z.object({
  /** The field of a question or the name of a fact, such as `territory`. */
  what: z.string(),
  leftOperand: z.string(),
  operator: z.string(),
  expected: z.array(z.string()),
  /** What was stated; null for nothing. */
  stated: z.array(z.string()).nullable(),
});
export type Condition = z.output<typeof Condition>;
