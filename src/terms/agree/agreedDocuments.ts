import { hashJson } from '../../kernel/json/canonicalJson.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { TermsLedger } from '../ports.ts';
import { readPolicy } from '../../odrl/read/readPolicy.ts';
import { agreePolicy } from './agreeTerms.ts';
import type { Doubt } from './findDoubts.ts';
import { hashOfDocumentIri } from '../document/documentIri.ts';
import { keptDocument } from '../findTerms.ts';
import { requireSatisfiable } from './requireSatisfiable.ts';
import type { SignedOffer } from '../Terms.ts';

type Offering = Pick<SignedOffer, 'terms' | 'document' | 'inherited'>;

/**
 * The documents of an offer: its own and those it inherits from, all of which have been read, agree with the chain fields
 * and do not contradict themselves.
 *
 * @throws LedgerError `metadata-mismatch` for another document than the terms name, `policy-invalid`, `terms-disagree`,
 * `content-unknown`.
 */
export async function agreedDocuments(
  files: Pick<TermsLedger['files'], 'read'>,
  { terms, document, inherited = [] }: Offering,
): Promise<{ documents: unknown[]; doubts: Doubt[] }> {
  const hash = hashJson(document);
  if (hash !== terms.documentHash) {
    throw new LedgerError(
      'metadata-mismatch',
      message('errors.terms-document', { expected: terms.documentHash, got: hash }),
      { details: { field: 'documentHash', expected: terms.documentHash, got: hash } },
    );
  }
  const brought = new Map(inherited.map((one) => [hashJson(one), one]));
  const documents = new Set<unknown>([document]);
  const policy = await readPolicy(document, {
    resolve: async (iri: string) => {
      const hash = hashOfDocumentIri(iri);
      if (hash === undefined) return undefined;
      const parent = brought.get(hash) ?? (await keptDocument(files, hash));
      documents.add(parent);
      return parent;
    },
  });
  const { doubts } = agreePolicy(terms, policy);
  await requireSatisfiable(policy);
  return { documents: [...documents], doubts };
}
