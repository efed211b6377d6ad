import type { Session } from '../../sdk/client/session.ts';
import { hash } from '../command/arguments.ts';
import { readDraft, readJson } from '../terminal/readInput.ts';

/**
 * A terms document: from a file, compiled from a draft in a file, or fetched by the id of terms.
 *
 * @throws LedgerError `terms-unknown`, `input-invalid`, `json-malformed`.
 */
export async function readTermsDocument(session: Session, terms: string): Promise<unknown> {
  if (/^0x[0-9a-fA-F]{64}$/.test(terms)) {
    const { licenceClient } = await import('../../sdk/licence.ts');
    return (await licenceClient(session).terms(hash(terms, 'TERMS'))).document;
  }
  const value = await readJson(terms);
  // Drafts list uses; ODRL has no such property.
  if (typeof value !== 'object' || value === null || !('uses' in value)) return value;
  const { composeTerms } = await import('../../terms/Terms.ts');
  const { TermsDraft } = await import('../../terms/draft/TermsDraft.ts');
  return composeTerms(TermsDraft.parse(await readDraft(terms, TermsDraft))).document;
}
