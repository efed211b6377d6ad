import { Audit, WorkTrace } from '../trace/Trace.ts';
import type { Session } from './client/session.ts';

/** Follow lineage, records and money. */
export function traceClient({ http }: Session) {
  return {
    /** All that is known of a work, and where each wei paid to it went. */
    work: (workId: bigint): Promise<WorkTrace> => http.get(WorkTrace, `/v1/works/${workId}/trace`),
    /** Whether all money is accounted for, currency by currency. */
    ledger: (): Promise<Audit> => http.get(Audit, '/v1/audit'),
  };
}
