import { z } from 'zod';
import { Address, Amount, Bps, Hash, Timestamp, WorkId } from '../../kernel/values.ts';
import { Breach } from '../../terms/Breach.ts';

/** What can have to be done for a use. `other` is what terms ask for by another name, which `action` says. */
export const dutyNames = [
  'attribute',
  'share-alike',
  'disclose-ai',
  'pay',
  'report',
  'report-and-pay',
  'obtain-consent',
  'inform',
  'cure-breach',
  'other',
] as const;

/** What has to be done for a permitted use to stay permitted. */
export const Duty = z.object({
  duty: z.enum(dutyNames),
  /** The work it is owed for: the one asked about, or one it was made from. */
  workId: WorkId,
  /** The terms that ask for it; null where it is the creator's moral right. */
  termsId: Hash.nullable(),
  /** What is to be paid, in the currency's smallest unit; of a share of revenue, what is due by usage reports. */
  amount: Amount.nullable(),
  currency: Address.nullable(),
  /** The last second to do it in; null where none is set. */
  deadline: Timestamp.nullable(),
  /** Whether a fact on the chain fulfils it; null where no chain can know. */
  fulfilled: z.boolean().nullable(),
  /** That fact: what was paid or filed, or the licence itself. */
  fulfilledBy: z
    .object({
      fact: z.enum(['payment', 'report', 'licence', 'approval']),
      /** What a payment was made under, or the report's id. */
      reference: Hash.nullable(),
      block: z.int(),
      transaction: Hash,
    })
    .nullable(),
  /** Of `report-and-pay`: the share of revenue, in basis points. */
  revenueShareBps: Bps.optional(),
  /** Of `cure-breach`: what was recorded. */
  breach: Breach.optional(),
  /** Of `attribute`: the credit line, where terms give one. */
  text: z.string().optional(),
  /** Of `other`: the IRI of what is to be done. */
  action: z.string().optional(),
});
export type Duty = z.output<typeof Duty>;
