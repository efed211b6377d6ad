import { z } from 'zod';
import { composePack, headsFor, type Disclosed } from '../process/composePack.ts';
import { headData } from '../process/headData.ts';
import { LoggedHead, ProvenHead, type ProcessHead } from '../process/ProcessHead.ts';
import type { ProcessPack } from '../process/ProcessPack.ts';
import type { RecordedSession } from '../process/readSession.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Hex } from '../kernel/values.ts';
import type { Session } from './client/session.ts';

/**
 * Sessions in which a creator's tool recorded how a work was made: their heads in the log, and packs of them.
 *
 * @param pageSize Heads in one answer of the service.
 */
export function processClient(session: Session, pageSize = 200) {
  const { http } = session;
  const heads = async (id: Hex): Promise<LoggedHead[]> => {
    const all: LoggedHead[] = [];
    for (;;) {
      const query = { after: all.at(-1)?.record.count ?? 0, limit: pageSize };
      const answer = z.object({ heads: z.array(LoggedHead) });
      const page = (await http.get(answer, `/v1/processes/${id}`, query)).heads;
      all.push(...page);
      if (page.length < pageSize) return all;
    }
  };
  return {
    /**
     * Signs and logs how far a session has come: its head, and how many events there are. Nothing else leaves the
     * machine.
     *
     * @throws LedgerError `creator-required` for a session of somebody else, `input-invalid` for one without events,
     * `assistance-conflict` for one of which more events are logged already.
     */
    log: async (
      recorded: Pick<RecordedSession, 'session' | 'author' | 'head' | 'events'>,
    ): Promise<LoggedHead> => {
      const { signer, account, deployment } = await session.signing();
      if (recorded.author !== account) {
        throw new LedgerError(
          'creator-required',
          message('errors.creator', { expected: recorded.author, got: account }),
          {
            details: { expected: recorded.author, got: account },
          },
        );
      }
      if (recorded.events.length === 0) {
        throw new LedgerError('input-invalid', message('errors.session-empty'));
      }
      const record: ProcessHead = {
        type: 'process',
        version: 1,
        session: recorded.session,
        head: recorded.head,
        count: recorded.events.length,
        author: account,
      };
      const data = headData(deployment, record);
      const signature = await signer.signTypedData(data.domain, data.types, data.message);
      return await http.post(LoggedHead, '/v1/processes', {
        chainId: deployment.chainId,
        record,
        signature,
      });
    },
    /** The heads of a session that were logged, each with the anchor that covers it. */
    heads,
    /**
     * Writes a pack of a session: the chosen events open, the others as bare commitments, with the heads that the log
     * proves. Waits for the log to be anchored.
     *
     * @param chosen What is disclosed, by the number of the event, counted from one.
     * @param patience Milliseconds to wait for an anchor; 30,000 unless given.
     * @throws LedgerError `entry-unknown` for events that no logged head covers, `anchor-missing`, `input-invalid`,
     * `content-unknown` for a content that is another, `store-corrupt` for a session that is not what was logged.
     */
    disclose: async (
      recorded: RecordedSession,
      chosen: ReadonlyMap<number, Disclosed>,
      patience = 30_000,
    ): Promise<ProcessPack> => {
      const { deployment } = await session.status();
      const needed = headsFor(await heads(recorded.session), chosen.keys());
      const proven: ProvenHead[] = [];
      const end = Date.now() + patience;
      for (const { record } of needed) proven.push(await prove(session, record, end));
      return composePack(recorded, chosen, proven, deployment);
    },
  };
}

async function prove({ http }: Session, { session, count }: ProcessHead, end: number): Promise<ProvenHead> {
  for (;;) {
    try {
      return await http.get(ProvenHead, `/v1/processes/${session}/heads/${count}`);
    } catch (error) {
      const early = error instanceof LedgerError && error.code === 'anchor-missing';
      if (!early || Date.now() >= end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
