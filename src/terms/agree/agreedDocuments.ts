import { hashJson } from '../../kernel/json/canonicalJson.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { TermsLedger } from '../ports.ts';
import { readPolicy } from '../../odrl/read/readPolicy.ts';
import { agreePolicy } from './agreeTerms.ts';
import type { Doubt } from './doubtsOf.ts';
import { hashOfDocumentIri } from '../document/documentIri.ts';
import { keptDocument } from '../findTerms.ts';
import { titleOf } from '../document/titleOf.ts';
import { requireSatisfiable } from './requireSatisfiable.ts';
import { restrictionShape } from '../draft/restrictions.ts';
import { composeTerms, type SignedOffer, type Terms, type TermsDraft } from '../Terms.ts';

type Offering = Pick<SignedOffer, 'draft' | 'document' | 'inherited'>;

/**
 * The terms of an offer, with the documents to keep: their own and those it inherits from, all of which have been read,
 * agree with the chain fields and do not contradict themselves.
 *
 * @throws LedgerError `policy-invalid`, `terms-disagree`, `content-unknown`; `input-invalid` for a draft that says in
 * fields what the document has to say, or names a subdivision that nobody assigned.
 */
export async function agreedDocuments(
  files: Pick<TermsLedger['files'], 'read'>,
  { draft, document: own, inherited = [] }: Offering,
): Promise<{ terms: Terms; documents: unknown[]; doubts: Doubt[] }> {
  if (own !== undefined) requireSaidOnce(draft, own);
  const { terms, document } = composeTerms(draft, own);
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
  const [doubt] = doubts;
  if (own === undefined && draft.inherits === undefined && doubt !== undefined) {
    throw new LedgerError('input-invalid', `draft: expected what is understood, got ${doubt.what}`, {
      details: {
        issues: [{ field: 'draft', message: `expected what is understood, got ${doubt.what}` }],
        doubts,
      },
    });
  }
  return { terms, documents: [...documents], doubts };
}

/** What only a document can say the draft must not say, too: it would be lost. */
function requireSaidOnce(draft: TermsDraft, document: unknown): void {
  const fields = [...Object.keys(restrictionShape), 'nonCommercial', 'attributionText', 'inherits'];
  const said = fields.find((field) => {
    const value = draft[field as keyof TermsDraft];
    return value !== undefined && value !== false;
  });
  if (said !== undefined) throw saidTwice(said, 'none beside a document, which has to say it');
  const title = titleOf(document);
  if (title !== undefined && JSON.stringify(sorted(title)) !== JSON.stringify(sorted(draft.title))) {
    throw saidTwice('title', `what the document says, ${JSON.stringify(title)}`);
  }
}

function sorted(texts: Record<string, string>): [string, string][] {
  return Object.entries(texts).sort();
}

function saidTwice(field: string, expected: string): LedgerError {
  return new LedgerError('input-invalid', `draft.${field}: expected ${expected}`, {
    details: { issues: [{ field: `draft.${field}`, message: `expected ${expected}` }] },
  });
}
