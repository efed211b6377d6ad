import type { Hex } from '../kernel/values.ts';
import type { CheckFacts, CheckLedger } from '../check/ports.ts';
import type { Reads } from '../ports/Reads.ts';
import type { FiledReport } from './UsageReport.ts';

/** What the index knows of usage reports. */
export interface UsageFacts extends CheckFacts {
  findReport(reportId: Hex): Promise<Omit<FiledReport, 'paid'> | undefined>;
  /** What a payer paid to each work under a reference. */
  paidFor(reference: Hex, payer: Hex, currency: Hex): Promise<Map<bigint, bigint>>;
}

/** What the verbs of usage receive. */
export interface UsageLedger extends CheckLedger {
  read: Reads<UsageFacts>['read'];
}
