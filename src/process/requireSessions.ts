import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { WorkLedger } from '../work/ports.ts';
import type { Hex } from '../kernel/values.ts';
import { notBy } from '../log/notBy.ts';
import { listHeads } from './findHeads.ts';

/**
 * Requires that sessions are the author's own, and have been logged: another's would prove nothing of their work.
 *
 * @throws LedgerError `entry-unknown` for a session of which nothing is logged, `creator-required`.
 */
export function requireSessions(ledger: WorkLedger, sessions: readonly Hex[], author: Hex): void {
  for (const session of sessions) {
    const [head] = listHeads(ledger, session);
    if (head === undefined) {
      throw new LedgerError('entry-unknown', message('errors.session-unknown', { session }), {
        details: { session },
      });
    }
    if (head.record.author !== author) throw notBy(head.record.author, author);
  }
}
