import { z } from 'zod';
import { LedgerError } from '../error.ts';
import { auditMoney } from '../trace/auditMoney.ts';
import { Audit, WorkTrace } from '../trace/Trace.ts';
import { traceWork } from '../trace/traceWork.ts';
import { Hash } from '../values.ts';
import { route } from './route.ts';
import { OneWork } from './works.ts';

/** An entry of the log with a proof that anybody can check (RFC 9162, 2.1.3). */
const ProvenEntry = z.object({
  index: z.int(),
  leaf: z.object({ type: z.string(), subject: Hash, author: z.string(), payloadHash: Hash }),
  payload: z.string(),
  leafHash: Hash,
  size: z.int(),
  root: Hash,
  proof: z.array(Hash),
});

export const traceRoutes = [
  route('get', '/v1/works/:workId/trace', {
    summary: 'A work’s lineage, assistance, licences, and where each wei paid to it went',
    params: OneWork,
    answer: WorkTrace,
    handle: (ledger, { params }) => traceWork(ledger, params.workId),
  }),
  route('get', '/v1/audit', {
    summary: 'Paid in = claimed + claimable + held, per currency, against the contract’s balances',
    answer: Audit,
    handle: (ledger) => auditMoney(ledger),
  }),
  route('get', '/v1/log/:index', {
    summary: 'An entry of the log with its inclusion proof',
    params: z.object({ index: z.coerce.number().int().min(0) }),
    answer: ProvenEntry,
    handle: async ({ log, read }, { params: { index } }) => {
      const entry = log.entry(index);
      if (entry === undefined) {
        throw new LedgerError('entry-unknown', `expected an entry below ${log.size()}, got ${index}`);
      }
      const anchor = await read((facts) => facts.anchorFrom(index + 1));
      const size = anchor?.size ?? log.size();
      const { envelope, payload, leafHash } = entry;
      const proof = log.proveInclusion(index, size);
      return {
        index,
        leaf: envelope,
        payload: Buffer.from(payload).toString(),
        leafHash,
        size,
        root: log.root(size),
        proof,
      };
    },
  }),
];
