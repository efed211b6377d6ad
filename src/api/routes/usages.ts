import { z } from 'zod';
import { findStatement } from '../../usage/findStatement.ts';
import { judgeStatement } from '../../usage/judgeStatement.ts';
import { FiledStatement, Judgement, Statement } from '../../usage/Statement.ts';
import { Hash } from '../../kernel/values.ts';
import { route } from '../http/route.ts';

export const usageRoutes = [
  route('post', '/v1/usages/judgements', {
    summary: 'What of a usage statement is licensed and what is due, before it is filed',
    body: Statement,
    answer: Judgement,
    handle: (ledger, { body }) => judgeStatement(ledger, body),
  }),
  route('get', '/v1/usages/:statementId', {
    summary: 'A filed statement, as the contract judged it, and what was paid for it',
    params: z.object({ statementId: Hash }),
    answer: FiledStatement,
    handle: (ledger, { params }) => findStatement(ledger, params.statementId),
  }),
];
