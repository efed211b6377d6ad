import { usesFromBits } from '../../work/Uses.ts';
import { currencyIri } from '../profile/profile.ts';
import { listFlags, type Terms } from '../Terms.ts';
import type { Stated } from './readDocumentFields.ts';

/** What the chain says of terms, in the words that documents are read in. */
export function readChainFields(terms: Terms): Stated {
  const flags = listFlags(terms);
  const paid = terms.price > 0n || terms.revenueShareBps > 0;
  return {
    type: 'Offer',
    uses: usesFromBits(terms.uses).toSorted(),
    passOn: usesFromBits(terms.passOn).toSorted(),
    price: `${terms.price}`,
    revenueShareBps: `${terms.revenueShareBps}`,
    currency: paid ? currencyIri(terms.currency) : 'none',
    duration: `${terms.duration}`,
    cap: `${terms.cap}`,
    attribution: flags.includes('attribution'),
    shareAlike: flags.includes('shareAlike'),
    approvalRequired: flags.includes('approvalRequired'),
    transferable: flags.includes('transferable'),
    absoluteShare: terms.revenueShareBps > 0 && flags.includes('absoluteShare'),
    forbidden: [],
  };
}
