import { z } from 'zod';
import { checkLicence } from '../../check/checkLicence.ts';
import { createMemo, decisionJson } from '../../check/decisionJson.ts';
import { Minting } from '../../bulk/Minting.ts';
import { planMinting } from '../../bulk/planMinting.ts';
import { CheckRequest } from '../../check/Question.ts';
import { checkWithReceipt } from '../../check/receipt/checkWithReceipt.ts';
import { proveReceipt } from '../../check/receipt/proveReceipt.ts';
import { CheckAnswer, ReceiptFile } from '../../check/receipt/Receipt.ts';
import { offerTerms } from '../../terms/offerTerms.ts';
import { Approval, Licence, Offer, Offered, SignedOffer } from '../../terms/Terms.ts';
import { Address, toJson, WorkId } from '../../kernel/values.ts';
import { requireWork } from '../../work/findWork.ts';
import { route } from '../http/route.ts';
import { OneWork } from './works.ts';

/** Asked before every reuse. */
export const checkRoute = route('post', '/v1/checks', {
  summary: 'May this account put this work to this use, here, for this?',
  body: CheckRequest,
  answer: CheckAnswer,
  createWriter: () => {
    const memo = createMemo();
    return (answer) => (answer.receipt === undefined ? decisionJson(answer, memo) : toJson(answer));
  },
  handle: (ledger, { body }) => {
    if (body.explain === undefined && body.receipt === undefined) return checkLicence(ledger, body);
    const { explain, receipt, ...question } = body;
    const check = receipt === true ? checkWithReceipt : checkLicence;
    return check(ledger, question, { explain });
  },
});

export const licenceRoutes = [
  route('get', '/v1/works/:workId/minting', {
    summary: 'What mints a logged work now, by the proof of its entry',
    params: OneWork,
    answer: Minting,
    handle: (ledger, { params }) => planMinting(ledger, params.workId),
  }),
  route('post', '/v1/offers', {
    summary: 'Offer a work under terms, by its creator’s signature',
    body: SignedOffer,
    answer: Offered,
    status: 201,
    handle: (ledger, { body }) => offerTerms(ledger, body),
  }),
  route('get', '/v1/works/:workId/offers', {
    summary: 'All that was offered of a work, open or not',
    params: OneWork,
    answer: z.object({ offers: z.array(Offer) }),
    handle: (ledger, { params }) =>
      ledger.read(async (facts) => {
        await requireWork(facts, params.workId);
        return { offers: await facts.offersOf(params.workId) };
      }),
  }),
  route('get', '/v1/works/:workId/approvals', {
    summary: 'Who asked to be approved as a licensee of a work, and what its creator answered',
    params: OneWork,
    answer: z.object({ approvals: z.array(Approval) }),
    handle: (ledger, { params }) =>
      ledger.read(async (facts) => {
        await requireWork(facts, params.workId);
        return { approvals: await facts.approvalsOf(params.workId) };
      }),
  }),
  route('get', '/v1/licences', {
    summary: 'Licences of a work, of a licensee, or both',
    query: z.object({ workId: WorkId.optional(), licensee: Address.optional() }),
    answer: z.object({ licences: z.array(Licence) }),
    handle: async (ledger, { query: { workId, licensee } }) => ({
      licences: await ledger.read((facts) =>
        facts.licencesOf({
          ...(workId === undefined ? {} : { workId }),
          ...(licensee === undefined ? {} : { licensee }),
        }),
      ),
    }),
  }),
  checkRoute,
  route('get', '/v1/receipts/:index', {
    summary: 'A signed decision with all that proves it, by its place in the log',
    params: z.object({ index: z.coerce.number().int().min(0) }),
    answer: ReceiptFile,
    handle: (ledger, { params }) => proveReceipt(ledger, params.index),
  }),
];
