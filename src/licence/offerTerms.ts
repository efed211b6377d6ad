import { canonicalJson } from '../canonical.ts';
import type { Ledger } from '../ledger.ts';
import type { Hex, Origin } from '../values.ts';
import { requireWork } from '../work/findWork.ts';
import { requireChain } from '../work/registerWork.ts';
import { composeTerms, requireLicensable, termsIdOf, type SignedOffer } from './Terms.ts';

/**
 * Relays an offer its creator signed, and keeps the ODRL document its terms name by hash.
 *
 * Offering the same again changes nothing. Nothing is kept of an offer that the chain refuses.
 *
 * @throws LedgerError `chain-mismatch`, `work-unknown`, `use-retained`, `use-above-ceiling`, `signature-invalid`, ….
 */
export async function offerTerms(
  ledger: Ledger,
  { chainId, workId, draft, deadline, signature }: SignedOffer,
): Promise<{ termsId: Hex } & Origin> {
  requireChain(ledger, chainId);
  await ledger.reach();
  const work = await ledger.read((facts) => requireWork(facts, workId));
  requireLicensable(work, draft.uses);
  const { terms, document } = composeTerms(draft);
  const origin = await ledger.chain.offerFor({ workId, terms, deadline, signature });
  await ledger.files.write(Buffer.from(canonicalJson(document)));
  await ledger.reach();
  return { termsId: termsIdOf(terms), ...origin };
}
