import { z } from 'zod';
import { fromBits, toBits } from '../kernel/bits.ts';
import { Address } from '../kernel/values.ts';

/** What the parties that govern Lianpu can trust an account with, in the order of the bits on chain (Roles.sol). */
const roleNames = ['custodian', 'community', 'registrar'] as const;
export const Role = z.enum(roleNames);
export type Role = z.infer<typeof Role>;

/** Whom an account is trusted as, and who vouches for it as a holder of restricted tokens. */
export const Accreditation = z.object({
  account: Address,
  roles: z.array(Role),
  /** Registrars, accredited now, that vouch for the account. */
  attestedBy: z.array(Address),
});
export type Accreditation = z.output<typeof Accreditation>;

/** The bit set the contracts hold. */
export function rolesToBits(roles: readonly Role[]): number {
  return toBits(roleNames, roles);
}

/** The names in a bit set. */
export function rolesFromBits(bits: number): Role[] {
  return fromBits(roleNames, bits);
}
