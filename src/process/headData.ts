import type { Deployment } from '../ports/Deployment.ts';
import type { TypedData } from '../ports/TypedData.ts';
import { toDomain } from '../work/Registration.ts';
import { headTypes, type ProcessHead } from './ProcessHead.ts';

/** What the author of a session signs. */
export function headData(
  { chainId, log }: Pick<Deployment, 'chainId' | 'log'>,
  { session, head, count, author }: ProcessHead,
): TypedData {
  return {
    domain: toDomain(chainId, log),
    types: headTypes,
    message: { session, head, count, author },
  };
}
