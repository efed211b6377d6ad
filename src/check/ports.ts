import type { MaybePromise } from '../kernel/async/MaybePromise.ts';
import type { Hex } from '../kernel/values.ts';
import type { Reads, Recalls } from '../ports/Reads.ts';
import type { Signer } from '../ports/TypedData.ts';
import type { TermsFacts, TermsLedger } from '../terms/ports.ts';
import type { Use } from '../work/Uses.ts';
import type { Work } from '../work/Work.ts';
import type { Change, ChangeFilter } from './changes/Change.ts';
import type { UseClosure } from './evidence/CheckEvidence.ts';
import type { Payment, ReportedUse } from './evidence/Fulfilment.ts';
import type { LicenceHoldings } from './evidence/LicenceHoldings.ts';
import type { TermsDocuments } from './evidence/openTermsDocuments.ts';

/** What the index knows that a check needs beside terms. */
export interface CheckFacts extends TermsFacts {
  /** What keeps a use from a work whose ceiling does not have it; null where it is not found. */
  findClosure(work: Work, use: Use): Promise<UseClosure | null>;
  /** A work with an account's licences of it: at once where they are remembered. */
  findHoldings(workId: bigint, licensee: Hex | null): MaybePromise<LicenceHoldings | undefined>;
  /** Payments to a work under a reference, in the order they were made. */
  paymentsUnder(reference: Hex, workId: bigint): Promise<Payment[]>;
  /** What an account reported of a work, report by report, in the order they were filed. */
  reportedBy(reporter: Hex, workId: bigint): Promise<ReportedUse[]>;
  /** Changes to works after a block, and up to another if one is given, in the order they happened. */
  changesOf(filter: ChangeFilter, since: number, limit: number, until?: number): Promise<Change[]>;
}

/** What the verbs of checks receive. */
export interface CheckLedger extends TermsLedger, Recalls<CheckFacts> {
  read: Reads<CheckFacts>['read'];
  /** Documents of terms, ready to be asked. */
  readonly documents: TermsDocuments;
  readonly signer: Signer;
}
