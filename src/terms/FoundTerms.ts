import { z } from 'zod';
import { Hash } from '../kernel/values.ts';
import { languageCodes } from '../messages/languages.ts';
import { Terms } from './Terms.ts';

/** Terms in full: what the chain has of them, their document, and both in words. */
export const FoundTerms = z.object({
  termsId: Hash,
  terms: Terms,
  /** The ODRL document, as it is hashed. */
  document: z.unknown(),
  language: z.enum(languageCodes),
  /** One sentence each. */
  words: z.array(z.string()),
});
export type FoundTerms = z.output<typeof FoundTerms>;
