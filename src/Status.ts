import { z } from 'zod';
import { Address, Hash } from './values.ts';

/** Which chain and contracts a service is about, and how far it has read. */
export const Status = z.object({
  service: z.literal('lianpu'),
  deployment: z.object({
    chainId: z.int(),
    block: z.int(),
    authority: Address,
    accreditations: Address,
    works: Address,
    licences: Address,
    royalties: Address,
    usages: Address,
    log: Address,
  }),
  /** The block the index stands at. */
  block: z.object({ number: z.int(), hash: Hash, timestamp: z.int() }),
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
