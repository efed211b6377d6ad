import { readJson } from '../../kernel/json/readJson.ts';
import { createCache } from '../../kernel/createCache.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { Files } from '../../ports/Files.ts';
import { compilePolicy } from '../../odrl/compile/compilePolicy.ts';
import { readPolicy } from '../../odrl/read/readPolicy.ts';
import type { MaybePromise } from '../../kernel/async/MaybePromise.ts';
import type { Hex } from '../../kernel/values.ts';
import { hashOfDocumentIri } from '../../terms/document/documentIri.ts';
import { readyTerms } from './readyTerms.ts';
import type { TermsDocument } from './CheckEvidence.ts';
import { profileOntology } from '../../terms/profile/profileOntology.ts';

/** Documents of terms by their SHA-256, ready to be asked. */
export interface TermsDocuments {
  /** At once if it is held ready. Never throws for what is not here, or is no policy: who decides says so. */
  read(hash: Hex): MaybePromise<TermsDocument>;
}

/** Documents that are held ready. */
const most = 10_000;

/** Reads documents from files; a hash names its document for ever, so each is compiled once. */
export function openTermsDocuments(files: Pick<Files, 'read'>): TermsDocuments {
  const ready = createCache<Hex, TermsDocument>(most);
  const prepare = async (hash: Hex): Promise<TermsDocument> => {
    const bytes = await files.read(hash);
    if (bytes === undefined) return { state: 'missing' };
    const inherited: Hex[] = [];
    let whole = true;
    const document = await compile(bytes, inherited, async (id) => {
      const parent = hashOfDocumentIri(id);
      const found = parent === undefined ? undefined : await files.read(parent);
      // What it inherits from may be brought later.
      if (parent === undefined || found === undefined) {
        whole = false;
        return undefined;
      }
      inherited.push(parent);
      return readJson(found, { canonical: true });
    });
    if (whole) ready.set(hash, document);
    return document;
  };
  return { read: (hash) => ready.get(hash) ?? prepare(hash) };
}

async function compile(
  bytes: Uint8Array,
  inherited: readonly Hex[],
  resolve: (id: string) => Promise<unknown>,
): Promise<TermsDocument> {
  try {
    const policy = await readPolicy(readJson(bytes, { canonical: true }), { resolve });
    const compiled = compilePolicy(policy, profileOntology);
    return { state: 'here', policy, compiled, ready: readyTerms(policy), inherited };
  } catch (error) {
    if (error instanceof LedgerError) return { state: 'unreadable', why: error.code };
    throw error;
  }
}
