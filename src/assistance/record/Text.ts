import { z } from 'zod';
import { fault } from '../../kernel/json/fault.ts';

/** What somebody says, in a line or a few. Text that is no Unicode would have no canonical JSON (RFC 8785, 3.2.2.2). */
export const Text = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => text.isWellFormed(), fault('errors.a-unicode-text'));
