import { z } from 'zod';
import { Currency } from '../../kernel/Currency.ts';
import { findCredit } from '../../royalty/findCredit.ts';
import { planSettlement } from '../../royalty/planSettlement.ts';
import { Credit, SettlementPlan } from '../../royalty/Royalty.ts';
import { Address, native } from '../../kernel/values.ts';
import { route } from '../http/route.ts';
import { OneWork } from './works.ts';

export const royaltyRoutes = [
  route('get', '/v1/works/:workId/settlement', {
    summary: 'The calls that move what a work and the works upstream hold to their payees',
    params: OneWork,
    query: z.object({ currency: Address.default(native) }),
    answer: SettlementPlan,
    handle: (ledger, { params, query }) => planSettlement(ledger, params.workId, query.currency),
  }),
  route('get', '/v1/currencies/:currency', {
    summary: 'What a currency is called and how many decimals it has; the zero address is the chain’s own',
    params: z.object({ currency: Address }),
    answer: Currency,
    handle: ({ chain }, { params }) => chain.currencyOf(params.currency),
  }),
  route('get', '/v1/accounts/:account/credit', {
    summary: 'What an account can claim and has claimed',
    params: z.object({ account: Address }),
    answer: Credit,
    handle: (ledger, { params }) => findCredit(ledger, params.account),
  }),
];
