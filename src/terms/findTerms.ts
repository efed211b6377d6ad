import { z } from 'zod';
import { decodeDocument } from '../kernel/json/parseInput.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { TermsLedger } from './ports.ts';
import type { Policy } from '../odrl/Policy.ts';
import { readPolicy } from '../odrl/read/readPolicy.ts';
import type { Hex } from '../kernel/values.ts';
import type { FoundTerms } from './FoundTerms.ts';
import type { Language } from '../messages/languages.ts';
import { policyInWords } from './words/termsInWords.ts';

/**
 * Terms that something was offered under, with their document in words.
 *
 * @throws LedgerError `terms-unknown`; `content-unknown` where nobody brought the document.
 */
export async function findTerms(
  { read, files }: Pick<TermsLedger, 'read' | 'files'>,
  termsId: Hex,
  language: Language,
): Promise<FoundTerms> {
  const terms = await read((facts) => facts.termsOf(termsId));
  if (terms === undefined) {
    throw new LedgerError('terms-unknown', message('errors.terms-unknown', { termsId }));
  }
  const document = await keptDocument(files, terms.documentHash);
  const words = policyInWords(await readPolicy(document), { language });
  return { termsId, terms, document, language, words };
}

/**
 * A document by the hash that something names it by.
 *
 * @throws LedgerError `content-unknown` where nobody brought it, `json-malformed` for something else under the hash.
 */
export async function keptDocument(files: Pick<TermsLedger['files'], 'read'>, hash: Hex): Promise<unknown> {
  const bytes = await files.read(hash);
  if (bytes !== undefined) return decodeDocument(z.unknown(), bytes);
  throw new LedgerError('content-unknown', message('errors.document-missing', { hash }), {
    details: { hash },
  });
}

/** A document as a policy; undefined where nobody brought it, or it is none. */
export async function composePolicy(
  files: Pick<TermsLedger['files'], 'read'>,
  hash: Hex,
): Promise<Policy | undefined> {
  try {
    return await readPolicy(await keptDocument(files, hash));
  } catch (error) {
    if (error instanceof LedgerError) return undefined;
    throw error;
  }
}
