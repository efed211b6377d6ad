import { z } from 'zod';
import { Address } from '../kernel/values.ts';

/** Where Lianpu lives on a chain. */
export const Deployment = z.object({
  chainId: z.int().min(1),
  /** The block the first contract was deployed in: nothing of Lianpu is before it. */
  block: z.int().min(0),
  authority: Address,
  accreditations: Address,
  works: Address,
  licences: Address,
  royalties: Address,
  usages: Address,
  log: Address,
});
export type Deployment = z.output<typeof Deployment>;
