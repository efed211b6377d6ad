import { z } from 'zod';
import { SignedAssistance } from '../../assistance/record/Assistance.ts';
import { countersign } from '../../assistance/countersign.ts';
import { LoggedCountersignature, SignedCountersignature } from '../../assistance/record/Countersignature.ts';
import { declareAssistance } from '../../assistance/declareAssistance.ts';
import { discloseAssistance } from '../../assistance/discloseAssistance.ts';
import { LoggedDisclosure, SignedDisclosure } from '../../assistance/record/DisclosureRecord.ts';
import { findAssistance } from '../../assistance/findAssistance.ts';
import { LoggedAssistance } from '../../assistance/record/LoggedAssistance.ts';
import { requireWork } from '../../work/findWork.ts';
import { route } from '../http/route.ts';
import { OneWork } from './works.ts';

export const assistanceRoutes = [
  route('post', '/v1/assistance', {
    summary:
      'Log a signed record of what AI did and what people did, public or withheld, or an amendment of one',
    body: SignedAssistance,
    answer: LoggedAssistance,
    status: 201,
    handle: (ledger, { body }) => declareAssistance(ledger, body),
  }),
  route('post', '/v1/countersignatures', {
    summary: 'Log the signed word of a tool’s provider or a custodian on an assistance record',
    body: SignedCountersignature,
    answer: LoggedCountersignature,
    status: 201,
    handle: (ledger, { body }) => countersign(ledger, body),
  }),
  route('post', '/v1/disclosures', {
    summary: 'Log an author’s opening of an assistance record that was withheld',
    body: SignedDisclosure,
    answer: LoggedDisclosure,
    status: 201,
    handle: (ledger, { body }) => discloseAssistance(ledger, body),
  }),
  route('get', '/v1/works/:workId/assistance', {
    summary:
      'A work’s assistance records: what stands and what was amended, who countersigned, what was disclosed',
    params: OneWork,
    answer: z.object({ records: z.array(LoggedAssistance) }),
    handle: async (ledger, { params }) => {
      await ledger.read((facts) => requireWork(facts, params.workId));
      return { records: await findAssistance(ledger, params.workId) };
    },
  }),
];
