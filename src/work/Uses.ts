import { z } from 'zod';
import { fromBits, toBits } from '../kernel/bits.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import { fault } from '../kernel/json/fault.ts';

/** Uses of a work, in the order of their bits on chain (contracts/shared/Uses.sol). */
export const useNames = [
  'display',
  'reproduce',
  'distribute',
  'perform',
  'adapt',
  'merchandise',
  'embedInGame',
  'broadcast',
  'textAndDataMining',
  'aiTraining',
  'aiGeneration',
] as const;

export const Use = z.enum(useNames);
export type Use = z.infer<typeof Use>;

export const Uses = z
  .array(Use)
  .refine((uses) => new Set(uses).size === uses.length, fault('errors.use-twice'));
export type Uses = z.infer<typeof Uses>;

/** The bit set the contracts hold. */
export function usesToBits(uses: readonly Use[]): number {
  return toBits(useNames, uses);
}

/**
 * The names in a bit set, in the order of the bits.
 *
 * @throws LedgerError `input-invalid` for a bit without a name.
 */
export function usesFromBits(bits: bigint | number): Use[] {
  const set = Number(bits);
  if (set >> useNames.length !== 0) {
    throw new LedgerError('input-invalid', message('errors.use-unknown'));
  }
  return fromBits(useNames, set);
}
