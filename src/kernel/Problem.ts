import { z } from 'zod';
import { errorCodes } from './errors.ts';

/** An error over HTTP (RFC 9457). `code` is what programs look at; `detail` says what was expected and what came. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(errorCodes),
  details: z.record(z.string(), z.unknown()),
});
export type Problem = z.output<typeof Problem>;
