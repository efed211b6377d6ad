import type { AssistanceRecord, PublicRecord } from '../../assistance/record/Assistance.ts';
import type { LoggedAssistance } from '../../assistance/record/LoggedAssistance.ts';
import { computeCommitment, toOpening, requireOpens, type Opening } from '../../assistance/record/Opening.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { refuseInput } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import { encrypterFor, seal } from './readers.ts';

/** How much of a record everybody can read; what is withheld has an opening, which nobody else has. */
export type Disclosing =
  | { disclosure?: 'public' | undefined }
  | {
      disclosure: 'hashOnly' | 'readers';
      /** X25519 recipients of age, where it is for readers. */
      readers?: readonly string[] | undefined;
      /** Keeps the opening, before anything is sent: without it the record can never be read. */
      keep: (opening: Opening) => Promise<void>;
      /** The opening that was kept when declaring was cut off: declaring goes on where it stopped. */
      kept?: Opening | undefined;
    };

/**
 * Refuses readers that are none, before anything is sent.
 *
 * @throws LedgerError `input-invalid`.
 */
export async function requireReaders(disclosing: Disclosing): Promise<void> {
  if (disclosing.disclosure === 'readers') await encrypterFor(disclosing.readers ?? []);
}

/** What is logged of a record; its opening is kept first. */
export async function withhold(stated: PublicRecord, disclosing: Disclosing): Promise<AssistanceRecord> {
  if (!('keep' in disclosing)) {
    // Who asks for less than everybody, and forgets where to keep the opening, must not get everybody.
    const asked: string = disclosing.disclosure ?? 'public';
    if (asked === 'public') return stated;
    throw refuseInput([{ field: 'keep', fault: message('errors.opening-place') }]);
  }
  const { disclosure, keep, kept, readers = [] } = disclosing;
  const opening = kept === undefined ? toOpening(stated) : requireKept(kept, stated);
  const { type, version, workId, author, amends, summary, stated: at } = opening.record;
  const open = { type, version, workId, author, amends, summary, stated: at };
  const commitment = computeCommitment(opening);
  const sealed = disclosure === 'readers' ? await seal(opening, await encrypterFor(readers)) : null;
  await keep(opening);
  if (sealed === null) return { ...open, disclosure: 'hashOnly', commitment };
  return { ...open, disclosure: 'readers', commitment, sealed };
}

/**
 * The record of the log that an opening is of.
 *
 * @throws LedgerError `entry-unknown` where there is no such commitment, `assistance-conflict`.
 */
export function requireOpened(records: readonly LoggedAssistance[], opening: Opening): LoggedAssistance {
  const commitment = computeCommitment(opening);
  for (const logged of records) {
    const { record } = logged;
    if (record.disclosure === 'public' || record.commitment !== commitment) continue;
    requireOpens(record, opening);
    return logged;
  }
  const workId = `${opening.record.workId}`;
  throw new LedgerError('entry-unknown', message('errors.assistance-commitment', { workId, commitment }), {
    details: { workId, commitment },
  });
}

/** @throws LedgerError `input-invalid` for an opening that was kept of something else. */
function requireKept(kept: Opening, stated: PublicRecord): Opening {
  const same = computeCommitment({ ...kept, record: { ...stated, stated: kept.record.stated } });
  if (same === computeCommitment(kept)) return kept;
  throw new LedgerError('input-invalid', message('errors.opening-other'));
}
