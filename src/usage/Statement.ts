import { z } from 'zod';
import { hashJson } from '../kernel/json/canonicalJson.ts';
import { Address, Amount, Hash, Origin, Timestamp, WorkId, type Hex } from '../kernel/values.ts';
import { Decision } from '../check/Decision.ts';
import { Use } from '../work/Uses.ts';
import { hashWords } from '../kernel/hashWords.ts';

/** One work put to one use: how often, and what was earned by it, in the statement's currency's smallest unit. */
export const StatementLine = z.strictObject({
  workId: WorkId,
  /** The licence it was used under; left out where the ledger shall find it. */
  termsId: Hash.optional(),
  use: Use,
  count: z.int().min(0),
  revenue: Amount.refine((revenue) => revenue < 2n ** 128n, 'expected a revenue below 2^128'),
});
export type StatementLine = z.output<typeof StatementLine>;

/** What a platform says it used in a period. Its id on chain is keccak256 of reporter and document hash. */
export const Statement = z
  .strictObject({
    version: z.literal(1),
    reporter: Address,
    currency: Address,
    /** Seconds since 1970, both included. */
    period: z.strictObject({ from: Timestamp, to: Timestamp }),
    lines: z.array(StatementLine).min(1).max(256),
  })
  .refine(({ period }) => period.from <= period.to, {
    message: 'expected a period that does not end before it starts',
    path: ['period'],
  });
export type Statement = z.output<typeof Statement>;

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

/** A statement judged line by line. */
export const Judgement = z.object({
  documentHash: Hash,
  currency: Address,
  lines: z.array(JudgedLine),
  due: Amount,
  unlicensed: z.int(),
});
export type Judgement = z.output<typeof Judgement>;

/** A statement that was filed on chain, with what was paid under it. */
export const FiledStatement = Judgement.extend({
  statementId: Hash,
  reporter: Address,
  paid: Amount,
  filed: Origin.extend({ timestamp: Timestamp }),
});
export type FiledStatement = z.output<typeof FiledStatement>;

/** SHA-256 of the statement's canonical JSON. */
export function hashStatement(statement: Statement): Hex {
  return hashJson(z.encode(Statement, statement));
}

/** The id a statement has on chain, and the reference it is paid under. */
export function statementIdOf(reporter: Hex, documentHash: Hex): Hex {
  return hashWords(reporter, documentHash);
}
