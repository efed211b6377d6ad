import { z } from 'zod';
import { Address, Hash } from '../kernel/values.ts';
import { leafTypes, type LeafType } from './envelope.ts';

/** Where the log has something about a work, in its order. */
export const LoggedEntries = z.object({
  entries: z.array(
    z.object({
      index: z.int(),
      type: z.enum(Object.keys(leafTypes) as [LeafType, ...LeafType[]]),
      author: Address,
      leafHash: Hash,
    }),
  ),
});
