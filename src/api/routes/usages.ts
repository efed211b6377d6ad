import { z } from 'zod';
import { findReport } from '../../usage/findReport.ts';
import { judgeReport } from '../../usage/judgeReport.ts';
import { FiledReport, Judgement, UsageReport } from '../../usage/UsageReport.ts';
import { Hash } from '../../kernel/values.ts';
import { route } from '../http/route.ts';

export const usageRoutes = [
  route('post', '/v1/usages/judgements', {
    summary: 'What of a usage report is licensed and what is due, before it is filed',
    body: UsageReport,
    answer: Judgement,
    handle: (ledger, { body }) => judgeReport(ledger, body),
  }),
  route('get', '/v1/usages/:reportId', {
    summary: 'A filed report, as the contract judged it, and what was paid for it',
    params: z.object({ reportId: Hash }),
    answer: FiledReport,
    handle: (ledger, { params }) => findReport(ledger, params.reportId),
  }),
];
