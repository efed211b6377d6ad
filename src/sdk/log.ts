import type { z } from 'zod';
import { Bundle } from '../log/Bundle.ts';
import { LoggedEntries } from '../log/LoggedEntries.ts';
import type { Session } from './client/session.ts';

/** Entries of the log, with what proves them. */
export function logClient({ http }: Session) {
  return {
    /** Where the log has something about a work, in its order. */
    entries: async (workId: bigint): Promise<z.output<typeof LoggedEntries>['entries']> =>
      (await http.get(LoggedEntries, `/v1/works/${workId}/entries`)).entries,
    /**
     * An entry with all that proves it against the chain, without the service.
     *
     * @throws LedgerError `entry-unknown`, `entry-unanchored` before an anchor covers it: ask again after the next.
     */
    bundle: (index: number): Promise<Bundle> => http.get(Bundle, `/v1/log/${index}/bundle`),
  };
}
