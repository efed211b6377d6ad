import type { z } from 'zod';
import { findContradictions } from './findContradictions.ts';
import { DraftFields } from './DraftFields.ts';

/** What a creator offers: what a contract can enforce of a licence, a title, and what only a document can say. */
export const TermsDraft = DraftFields.superRefine((draft, { addIssue }) => {
  for (const { path, message } of findContradictions(draft)) addIssue({ code: 'custom', path, message });
});
export type TermsDraft = z.output<typeof TermsDraft>;
