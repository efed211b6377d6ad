import { z } from 'zod';
import { Address, Hash, Timestamp, WorkId } from '../../kernel/values.ts';

/** What can happen to a work, or to licences of it, that may change what is permitted. */
export const changeNames = [
  'registered',
  'creator-succeeded',
  'token-transferred',
  'metadata-amended',
  'end-revised',
  'offered',
  'withdrawn',
  'approved',
  'approval-withdrawn',
  'licence-acquired',
  'licence-passed-on',
  'breach-recorded',
  'breach-forgiven',
  'licence-revoked',
] as const;

/** Something that happened to a work on the chain. */
export const Change = z.object({
  workId: WorkId,
  change: z.enum(changeNames),
  /** The terms and the licensee it is about; null where it is about the work itself. */
  termsId: Hash.nullable(),
  licensee: Address.nullable(),
  block: z.int(),
  time: Timestamp,
  transaction: Hash,
});
export type Change = z.output<typeof Change>;

/** Whose works: those an account has or had licences of, those that are named, or both. */
export interface ChangeFilter {
  licensee?: `0x${string}` | undefined;
  workIds?: readonly bigint[] | undefined;
}

/** What changed after a block, up to another. */
export const Changes = z.object({
  changes: z.array(Change),
  /** All up to this block is told: ask again from here. */
  through: z.int(),
  /** Whether there is more already. */
  more: z.boolean(),
});
export type Changes = z.output<typeof Changes>;
