import { z } from 'zod';
import { Bundle } from '../../log/Bundle.ts';
import { entriesAbout, proveEntry, requireEntry } from '../../log/proveEntry.ts';
import { Hash, hexId } from '../../kernel/values.ts';
import { LoggedEntries } from '../../log/LoggedEntries.ts';
import { route } from '../http/route.ts';
import { OneWork } from './works.ts';

const OneEntry = z.object({ index: z.coerce.number().int().min(0) });

/** An entry of the log with a proof that anybody can check (RFC 9162, 2.1.3). */
const ProvenEntry = z.object({
  index: z.int(),
  leaf: z.object({ type: z.string(), subject: Hash, author: z.string(), payloadHash: Hash }),
  /** Canonical JSON; of a registration its encoding, in base64. */
  payload: z.string(),
  leafHash: Hash,
  size: z.int(),
  root: Hash,
  proof: z.array(Hash),
});

export const logRoutes = [
  route('get', '/v1/log/:index', {
    summary: 'An entry of the log with its inclusion proof',
    params: OneEntry,
    answer: ProvenEntry,
    handle: async ({ log, read }, { params: { index } }) => {
      const entry = requireEntry({ log }, index);
      const anchor = await read((facts) => facts.anchorFrom(index + 1));
      const size = anchor?.size ?? log.size();
      const { envelope, payload, leafHash } = entry;
      const proof = log.proveInclusion(index, size);
      return {
        index,
        leaf: envelope,
        payload: Buffer.from(payload).toString(envelope.type === 'registration' ? 'base64' : 'utf8'),
        leafHash,
        size,
        root: log.root(size),
        proof,
      };
    },
  }),
  route('get', '/v1/log/:index/bundle', {
    summary: 'An entry with all that proves it against the chain, without this service',
    params: OneEntry,
    answer: Bundle,
    handle: (ledger, { params }) => proveEntry(ledger, params.index),
  }),
  route('get', '/v1/works/:workId/entries', {
    summary: 'Where the log has something about a work',
    params: OneWork,
    answer: LoggedEntries,
    handle: (ledger, { params }) =>
      Promise.resolve({
        entries: entriesAbout(ledger, hexId(params.workId)).map(({ index, envelope, leafHash }) => ({
          index,
          type: envelope.type,
          author: envelope.author,
          leafHash,
        })),
      }),
  }),
];
