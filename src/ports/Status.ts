import { z } from 'zod';
import { Block, Hash } from '../kernel/values.ts';
import { Deployment } from './Deployment.ts';

/** Which chain and contracts a service is about, and how far it has read. */
export const Status = z.object({
  service: z.literal('lianpu'),
  deployment: Deployment,
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
