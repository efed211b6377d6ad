import { z } from 'zod';
import { findHeads, proveHead } from '../../process/findHeads.ts';
import { logHead } from '../../process/logHead.ts';
import { LoggedHead, ProvenHead, SignedHead } from '../../process/ProcessHead.ts';
import { Hash } from '../../kernel/values.ts';
import { route } from '../http/route.ts';

export const processRoutes = [
  route('post', '/v1/processes', {
    summary: 'Log how far a creator’s session has come, by their signature; its events stay where they are',
    body: SignedHead,
    answer: LoggedHead,
    status: 201,
    handle: (ledger, { body }) => logHead(ledger, body),
  }),
  route('get', '/v1/processes/:session', {
    summary: 'The heads of a session that were logged, in order, each with the anchor that covers it',
    params: z.object({ session: Hash }),
    query: z.object({
      /** Heads of more events than this. */
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ heads: z.array(LoggedHead) }),
    handle: async (ledger, { params, query }) => ({
      heads: await findHeads(ledger, params.session, query),
    }),
  }),
  route('get', '/v1/processes/:session/heads/:count', {
    summary: 'A head of a session with the proof that it is in the log under an anchored root',
    params: z.object({ session: Hash, count: z.coerce.number().int().min(1) }),
    answer: ProvenHead,
    handle: (ledger, { params }) => proveHead(ledger, params.session, params.count),
  }),
];
