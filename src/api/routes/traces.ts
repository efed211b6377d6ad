import { auditMoney } from '../../trace/auditMoney.ts';
import { Audit, WorkTrace } from '../../trace/Trace.ts';
import { traceWork } from '../../trace/traceWork.ts';
import { route } from '../http/route.ts';
import { OneWork } from './works.ts';

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
];
