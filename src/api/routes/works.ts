import { z } from 'zod';
import { Address, Origin, WorkId } from '../../kernel/values.ts';
import { Accreditation } from '../../work/Accreditation.ts';
import { findWork, listWorks, requireWork } from '../../work/findWork.ts';
import { Kind } from '../../work/Metadata.ts';
import { registerWork } from '../../work/registerWork.ts';
import { Nonces, Shares, SignedRegistration } from '../../work/Registration.ts';
import { DescribedWork } from '../../work/Work.ts';
import { route } from '../http/route.ts';

/** The path parameter of everything that is about one work. */
export const OneWork = z.object({ workId: WorkId });

export const workRoutes = [
  route('post', '/v1/works', {
    summary: 'Register a work by its creator’s signature',
    body: SignedRegistration,
    answer: Origin.extend({ workId: WorkId }),
    status: 201,
    handle: (ledger, { body }) => registerWork(ledger, body),
  }),
  route('get', '/v1/works', {
    summary: 'Works, in the order they were registered',
    query: z.object({
      kind: Kind.optional(),
      creator: Address.optional(),
      after: WorkId.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ works: z.array(DescribedWork), all: z.int() }),
    handle: (ledger, { query }) => listWorks(ledger, query),
  }),
  route('get', '/v1/works/:workId', {
    summary: 'A work with its metadata',
    params: OneWork,
    answer: DescribedWork,
    handle: (ledger, { params }) => findWork(ledger, params.workId),
  }),
  route('get', '/v1/works/:workId/shares', {
    summary:
      'Everybody a work’s income goes to, as the contracts take it; empty lists where the creator alone is paid',
    params: OneWork,
    answer: Shares,
    handle: (ledger, { params }) =>
      ledger.read(async (facts) => {
        await requireWork(facts, params.workId);
        return await facts.sharesOf(params.workId);
      }),
  }),
  route('get', '/v1/accounts/:account/accreditation', {
    summary:
      'What an account is trusted with, and which registrars vouch for it as a holder of restricted tokens',
    params: z.object({ account: Address }),
    answer: Accreditation,
    handle: (ledger, { params }) => ledger.read((facts) => facts.accreditationOf(params.account)),
  }),
  route('get', '/v1/accounts/:account/nonces', {
    summary: 'The nonces an account’s next signatures carry',
    params: z.object({ account: Address }),
    answer: Nonces,
    handle: ({ chain }, { params }) => chain.noncesOf(params.account),
  }),
];
