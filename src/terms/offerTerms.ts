import { canonicalJson } from '../kernel/json/canonicalJson.ts';
import type { TermsLedger } from './ports.ts';
import { requireWork } from '../work/findWork.ts';
import { requireChain } from '../work/registerWork.ts';
import { usesFromBits } from '../work/Uses.ts';
import { agreedDocuments } from './agree/agreedDocuments.ts';
import { requireLicensable, computeTermsId, type Offered, type SignedOffer } from './Terms.ts';

/**
 * Relays an offer its creator signed, and keeps the ODRL document its terms name by hash, with those it inherits from.
 *
 * Offering the same again changes nothing. Nothing is kept of an offer that the chain refuses.
 *
 * @throws LedgerError `chain-mismatch`, `work-unknown`, `use-retained`, `use-above-ceiling`, `policy-invalid`,
 * `terms-disagree` where the document does not say what the chain will, `content-unknown` for a document that it
 * inherits from and nobody has brought, `signature-invalid`, ….
 */
export async function offerTerms(ledger: TermsLedger, signed: SignedOffer): Promise<Offered> {
  const { chainId, workId, terms, deadline, signature } = signed;
  requireChain(ledger, chainId);
  await ledger.reach();
  const work = await ledger.read((facts) => requireWork(facts, workId));
  requireLicensable(work, usesFromBits(terms.uses));
  const { documents, doubts } = await agreedDocuments(ledger.files, signed);
  const origin = await ledger.chain.offerFor({ workId, terms, deadline, signature });
  for (const document of documents) await ledger.files.write(Buffer.from(canonicalJson(document)));
  await ledger.reach();
  return { termsId: computeTermsId(terms), ...origin, doubts };
}
