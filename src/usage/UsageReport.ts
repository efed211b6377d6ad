import { z } from 'zod';
import { hashJson } from '../kernel/json/canonicalJson.ts';
import { Address, Amount, Hash, Origin, Timestamp, WorkId, type Hex } from '../kernel/values.ts';
import { Decision } from '../check/Decision.ts';
import { Use } from '../work/Uses.ts';
import { hashWords } from '../kernel/hashWords.ts';
import { expects, fault } from '../kernel/json/fault.ts';

/** One work put to one use: how often, and what was earned by it, in the report's currency's smallest unit. */
export const ReportLine = z.strictObject({
  workId: WorkId,
  /** The licence it was used under; left out where the ledger shall find it. */
  termsId: Hash.optional(),
  use: Use,
  count: z.int().min(0),
  revenue: Amount.refine((revenue) => revenue < 2n ** 128n, expects('errors.an-amount-below', { bits: 128 })),
});
export type ReportLine = z.output<typeof ReportLine>;

/** What a platform says it used in a period. Its id on chain is keccak256 of reporter and document hash. */
export const UsageReport = z
  .strictObject({
    version: z.literal(1),
    reporter: Address,
    currency: Address,
    /** Seconds since 1970, both included. */
    period: z.strictObject({ from: Timestamp, to: Timestamp }),
    lines: z.array(ReportLine).min(1).max(256),
  })
  .refine(({ period }) => period.from <= period.to, {
    error: fault('errors.period-order'),
    path: ['period'],
  });
export type UsageReport = z.output<typeof UsageReport>;

/** A line with what a licence says of it. */
export const JudgedLine = z.object({
  workId: WorkId,
  /** The licence it was judged under; null where there is none. */
  termsId: Hash.nullable(),
  use: Use,
  count: z.int(),
  revenue: Amount,
  licensed: z.boolean(),
  due: Amount,
  /** Why, before it is filed; what was filed was judged by the contract. */
  decision: Decision.optional(),
});
export type JudgedLine = z.output<typeof JudgedLine>;

/** A report judged line by line. */
export const Judgement = z.object({
  documentHash: Hash,
  currency: Address,
  lines: z.array(JudgedLine),
  due: Amount,
  unlicensed: z.int(),
});
export type Judgement = z.output<typeof Judgement>;

/** A report that was filed on chain, with what was paid under it. */
export const FiledReport = Judgement.extend({
  reportId: Hash,
  reporter: Address,
  paid: Amount,
  filed: Origin.extend({ timestamp: Timestamp }),
});
export type FiledReport = z.output<typeof FiledReport>;

/** SHA-256 of the report's canonical JSON. */
export function hashReport(report: UsageReport): Hex {
  return hashJson(z.encode(UsageReport, report));
}

/** The id a report has on chain, and the reference it is paid under. */
export function computeReportId(reporter: Hex, documentHash: Hex): Hex {
  return hashWords(reporter, documentHash);
}
