import { z } from 'zod';
import { LoggedAssistance, SignedAssistance } from '../assistance/Assistance.ts';
import { declareAssistance } from '../assistance/declareAssistance.ts';
import { findAssistance } from '../assistance/findAssistance.ts';
import { requireWork } from '../work/findWork.ts';
import { route } from './route.ts';
import { OneWork } from './works.ts';

export const assistanceRoutes = [
  route('post', '/v1/assistance', {
    summary: 'Log a signed record of what AI did and what people did',
    body: SignedAssistance,
    answer: LoggedAssistance,
    status: 201,
    handle: (ledger, { body }) => declareAssistance(ledger, body),
  }),
  route('get', '/v1/works/:workId/assistance', {
    summary: 'A work’s assistance records, each with the anchor that covers it',
    params: OneWork,
    answer: z.object({ records: z.array(LoggedAssistance) }),
    handle: async (ledger, { params }) => {
      await ledger.read((facts) => requireWork(facts, params.workId));
      return { records: await findAssistance(ledger, params.workId) };
    },
  }),
];
