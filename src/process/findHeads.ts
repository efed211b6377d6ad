import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Entry } from '../log/Log.ts';
import type { WorkLedger } from '../work/ports.ts';
import type { Hex } from '../kernel/values.ts';
import { toPlace, readSigned, type Signed } from '../log/logSigned.ts';
import { ProcessHead, type LoggedHead, type ProvenHead } from './ProcessHead.ts';

/** A head with its entry. */
export interface StandingHead extends Signed<ProcessHead> {
  entry: Entry;
}

/**
 * The heads of a session, in the order they were logged: of the author of the first, each with more events than the
 * last. The order of the log decides, and what does not go on from there is passed over.
 */
export function listHeads({ log }: Pick<WorkLedger, 'log'>, session: Hex): StandingHead[] {
  const heads: StandingHead[] = [];
  for (const entry of log.entriesOf('process', session)) {
    const signed = readSigned(ProcessHead, entry);
    const last = heads.at(-1)?.record ?? { ...signed.record, count: 0 };
    if (signed.record.author === last.author && signed.record.count > last.count) {
      heads.push({ ...signed, entry });
    }
  }
  return heads;
}

/** Heads of a session with more than `after` events, each with the anchor that covers it. */
export async function findHeads(
  ledger: WorkLedger,
  session: Hex,
  { after, limit }: { after: number; limit: number },
): Promise<LoggedHead[]> {
  const wanted = listHeads(ledger, session).filter(({ record }) => record.count > after);
  const found: LoggedHead[] = [];
  for (const { entry, record, signature } of wanted.slice(0, limit)) {
    found.push({ record, signature, ...(await toPlace(ledger, entry)) });
  }
  return found;
}

/**
 * The head of a session with so many events, proven to be in the log under the first anchored root that covers it.
 *
 * @throws LedgerError `entry-unknown` for no such head, `anchor-missing` while no anchor covers it.
 */
export async function proveHead(ledger: WorkLedger, session: Hex, count: number): Promise<ProvenHead> {
  const found = listHeads(ledger, session).find(({ record }) => record.count === count);
  if (found === undefined) {
    throw new LedgerError('entry-unknown', message('errors.head-unknown', { count, session }), {
      details: { session, count },
    });
  }
  const { entry, record, signature } = found;
  const { index, anchor } = await toPlace(ledger, entry);
  if (anchor === null) {
    throw new LedgerError('anchor-missing', message('errors.entry-unanchored', { index }), {
      details: { index },
    });
  }
  return { record, signature, index, proof: ledger.log.proveInclusion(index, anchor.size), anchor };
}
