import { z } from 'zod';
import { Address, Block, Hash } from '../kernel/values.ts';

/** Where the contracts are that a service is about. */
export const Contracts = z.object({
  chainId: z.int().min(1),
  /** Nothing of them is before this block. */
  block: z.int().min(0),
  authority: Address,
  accreditations: Address,
  works: Address,
  licences: Address,
  royalties: Address,
  usages: Address,
  log: Address,
});

/** Which chain and contracts a service is about, and how far it has read. */
export const Status = z.object({
  service: z.literal('lianpu'),
  deployment: Contracts,
  /** The block the index stands at. */
  block: Block,
  works: z.int(),
  log: z.object({
    /** The log's name, and the key its checkpoints are signed with (C2SP signed-note). */
    origin: z.string(),
    verifierKey: z.string(),
    size: z.int(),
    root: Hash,
    anchored: z.int(),
  }),
});
export type Status = z.output<typeof Status>;
