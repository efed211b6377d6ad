import { toBase64 } from '../kernel/bytesText.ts';
import { hashBytes } from '../kernel/json/canonicalJson.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Deployment } from '../ports/Deployment.ts';
import { commitContent, commitLabel } from './commitments.ts';
import type { ProcessEvent } from './ProcessEvent.ts';
import type { ProvenHead } from './ProcessHead.ts';
import { maxContentBytes, type PackContent, type PackEvent, type ProcessPack } from './ProcessPack.ts';
import { computeCommitment, type RecordedSession } from './readSession.ts';

/** What of an event is disclosed, beside its kind and its time. */
export interface Disclosed {
  /** Nothing, its hash, or the content itself. */
  content: 'closed' | 'hash' | Uint8Array;
  label: boolean;
}

/** The heads a pack needs: for each event the first that covers it and the last that does not. */
export function headsFor<H extends { record: { count: number } }>(
  heads: readonly H[],
  chosen: Iterable<number>,
): H[] {
  const needed = new Set<H>();
  for (const number of chosen) {
    const at = heads.findIndex(({ record }) => record.count >= number);
    const [covering, before] = [heads[at], heads[at - 1]];
    if (covering === undefined) {
      throw new LedgerError('entry-unknown', message('errors.event-head', { event: number }), {
        details: { event: number, logged: heads.at(-1)?.record.count ?? 0 },
      });
    }
    needed.add(covering);
    if (before !== undefined) needed.add(before);
  }
  return heads.filter((head) => needed.has(head));
}

/**
 * Writes a pack: the chosen events open, all others up to the last head as bare commitments.
 *
 * @param chosen What is disclosed, by the number of the event, counted from one.
 * @param heads Proven heads of the session, in order; the last covers all that is chosen.
 * @throws LedgerError `input-invalid` for nothing chosen or an event there is none of, `content-unknown` for a content
 * that is not the event's, `content-too-large`, `store-corrupt` for heads of another history than was recorded.
 */
export function composePack(
  session: RecordedSession,
  chosen: ReadonlyMap<number, Disclosed>,
  heads: readonly ProvenHead[],
  { chainId, log }: Pick<Deployment, 'chainId' | 'log'>,
): ProcessPack {
  const { events } = session;
  for (const number of chosen.keys()) {
    if (events[number - 1] !== undefined) continue;
    throw new LedgerError(
      'input-invalid',
      message('errors.event-number', { most: events.length, got: number }),
    );
  }
  const last = heads.at(-1)?.record.count ?? 0;
  if (chosen.size === 0 || Math.max(...chosen.keys()) > last) {
    throw new LedgerError('input-invalid', message('errors.event-choice', { most: last }));
  }
  for (const { record } of heads) {
    const recorded = events[record.count - 1]?.head;
    if (recorded === record.head) continue;
    throw new LedgerError(
      'store-corrupt',
      message('errors.head-other', {
        expected: record.head,
        count: record.count,
        got: recorded ?? message('errors.none'),
      }),
      { details: { count: record.count, expected: record.head, got: recorded ?? null } },
    );
  }
  return {
    type: 'processPack',
    version: 1,
    chainId,
    log,
    session: session.session,
    author: session.author,
    events: events.slice(0, last).map((event, at) => packEvent(event, at + 1, chosen.get(at + 1))),
    heads: [...heads],
  };
}

function packEvent(event: ProcessEvent, number: number, disclosed?: Disclosed): PackEvent {
  if (disclosed === undefined) return { state: 'closed', commitment: computeCommitment(event) };
  const { kind, time, salt, labelSalt, label } = event;
  return {
    state: 'open',
    kind,
    time,
    salt,
    content: packContent(event, number, disclosed.content),
    label: disclosed.label
      ? { state: 'open', salt: labelSalt, text: label }
      : { state: 'closed', commitment: commitLabel({ salt: labelSalt, text: label }) },
  };
}

function packContent(
  { contentSalt: salt, contentHash: hash }: ProcessEvent,
  number: number,
  content: Disclosed['content'],
): PackContent {
  if (content === 'closed') return { state: 'closed', commitment: commitContent({ salt, hash }) };
  if (content === 'hash') return { state: 'hash', salt, hash };
  if (content.length > maxContentBytes) {
    throw new LedgerError(
      'content-too-large',
      message('errors.event-content-size', { most: maxContentBytes, event: number, got: content.length }),
      { details: { event: number, expected: maxContentBytes, got: content.length } },
    );
  }
  const got = hashBytes(content);
  if (got !== hash) {
    throw new LedgerError(
      'content-unknown',
      message('errors.event-content', { event: number, expected: hash, got }),
      {
        details: { event: number, expected: hash, got },
      },
    );
  }
  return { state: 'whole', salt, hash, bytes: toBase64(content) };
}
