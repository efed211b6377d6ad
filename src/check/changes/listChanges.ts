import { refuseInput } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import type { CheckLedger } from '../ports.ts';
import type { Changes, ChangeFilter } from './Change.ts';

/** Changes told at once; those of one block are never torn apart. */
const most = 1000;

/**
 * What happened after a block to the works somebody uses. Of licences, only those of the licensee that is named.
 *
 * @param since A block: what happened in it is known already.
 * @throws LedgerError `input-invalid` if neither works nor a licensee are named.
 */
export async function listChanges(
  ledger: CheckLedger,
  since: number,
  filter: ChangeFilter,
): Promise<Changes> {
  if (filter.licensee === undefined && (filter.workIds ?? []).length === 0) {
    throw refuseInput([{ field: 'query', fault: message('errors.changes-query') }]);
  }
  await ledger.reach();
  return await ledger.read(async (facts) => {
    const found = await facts.changesOf(filter, since, most + 1);
    if (found.length <= most) {
      return { changes: found, through: Math.max(since, facts.block.number), more: false };
    }
    const cut = found.at(-1)?.block ?? 0;
    const whole = found.filter(({ block }) => block < cut);
    if (whole.length > 0) return { changes: whole, through: cut - 1, more: true };
    const changes = await facts.changesOf(filter, since, Infinity, cut);
    return { changes, through: cut, more: true };
  });
}
