import type { Hex } from '../kernel/values.ts';
import type { TermsChain, TermsLedger } from '../terms/ports.ts';

/** What the verbs of bulk registration receive. */
export interface BulkLedger extends TermsLedger {
  readonly chain: TermsChain & {
    /** Whether an account may anchor the log, and so vouch for its entries. */
    mayAnchor(account: Hex): Promise<boolean>;
  };
}
