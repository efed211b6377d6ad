import { z } from 'zod';
import { Status } from '../../ports/Status.ts';
import { route } from '../http/route.ts';

export const statusRoutes = [
  route('get', '/v1/status', {
    summary: 'Which chain and contracts this is about, and how far the index has read',
    query: z.object({
      /** Reads the chain first if the index is behind this block, so that a writer sees what it wrote. */
      block: z.coerce.number().int().min(0).optional(),
    }),
    answer: Status,
    handle: async (ledger, { query }) => {
      const standing = await ledger.read((facts) => Promise.resolve(facts.block.number));
      if (query.block !== undefined && standing < query.block) await ledger.reach();
      const { deployment, log } = ledger;
      const { block, works } = await ledger.read(async (facts) => ({
        block: facts.block,
        works: await facts.countWorks(),
      }));
      const anchored = (await ledger.chain.anchored()).size;
      const { origin, verifierKey } = log;
      const size = log.size();
      return {
        service: 'lianpu' as const,
        deployment,
        block,
        works,
        log: { origin, verifierKey, size, root: log.root(size), anchored },
      };
    },
  }),
];
