import { z } from 'zod';
import { hashJson } from '../canonical.ts';
import type { Ledger, TypedData } from '../ledger.ts';
import { domainOf } from '../work/Registration.ts';
import { AssistanceRecord, assistanceTypes } from './Assistance.ts';

/** What the author signs. */
export function assistanceData(
  { deployment }: Pick<Ledger, 'deployment'>,
  record: AssistanceRecord,
): TypedData {
  return {
    domain: domainOf(deployment.chainId, deployment.log),
    types: assistanceTypes,
    message: {
      workId: record.workId,
      author: record.author,
      recordHash: hashJson(z.encode(AssistanceRecord, record)),
    },
  };
}
