import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { WorkLedger } from '../work/ports.ts';
import { hexId } from '../kernel/values.ts';
import { requireWork } from '../work/findWork.ts';
import { requireChain } from '../work/registerWork.ts';
import { countersignatureData } from './record/assistanceData.ts';
import {
  Countersignature,
  type LoggedCountersignature,
  type SignedCountersignature,
} from './record/Countersignature.ts';
import { requireRecord } from './discloseAssistance.ts';
import { listCountersignatures, findDisclosure } from './findAssistance.ts';
import { toDisclosed } from './record/LoggedAssistance.ts';
import { logSigned, toPlace, requireSigned } from '../log/logSigned.ts';
import type { Standing } from './record/standingRecords.ts';
import { refuseConflict } from '../kernel/Contradiction.ts';

/**
 * Logs somebody's countersignature of the record of a work that stands now. Countersigning again as the same gives the
 * entry that is there.
 *
 * @throws LedgerError `chain-mismatch`, `work-unknown`, `entry-unknown`, `assistance-conflict` for a record that was
 * amended or is one's own, `custodian-required` unless accredited as one, `provider-required` unless a step that
 * everybody can read names the account as its provider's, `signature-invalid`.
 */
export async function countersign(
  ledger: WorkLedger,
  signed: SignedCountersignature,
): Promise<LoggedCountersignature> {
  const { record, signature } = signed;
  const { workId, author, countersigns, role } = record;
  requireChain(ledger, signed.chainId);
  await ledger.reach();
  await ledger.read((facts) => requireWork(facts, workId));
  const standing = requireRecord(ledger, workId, countersigns);
  requireCountersignable(standing, record);
  if (role === 'custodian') await requireCustodian(ledger, author);
  else await requireProvider(ledger, standing, author);
  await requireSigned(ledger, author, countersignatureData(ledger, record), signature);

  const known = (await listCountersignatures(ledger, workId, countersigns)).find(
    (one) => one.record.author === author && one.record.role === role,
  );
  if (known !== undefined) return known;
  const about = { type: 'countersignature', subject: hexId(workId) } as const;
  const entry = await logSigned(ledger, Countersignature, about, { record, signature });
  return { record, signature, ...(await toPlace(ledger, entry)) };
}

/** What was amended stands no more, and one's own word is no second one. */
function requireCountersignable(
  { record, amendedBy }: Standing,
  { author, countersigns }: Countersignature,
): void {
  const said = (field: string, says: unknown) => ({ step: null, field, says });
  if (amendedBy !== null) {
    throw refuseConflict({
      statements: [said('amendedBy', amendedBy), said('countersigns', countersigns)],
      rule: message('errors.rule-latest'),
    });
  }
  if (record.author === author) {
    throw refuseConflict({
      statements: [said('record.author', record.author), said('author', author)],
      rule: message('errors.rule-other-account'),
    });
  }
}

async function requireCustodian(ledger: WorkLedger, account: Countersignature['author']): Promise<void> {
  const { roles } = await ledger.read((facts) => facts.accreditationOf(account));
  if (roles.includes('custodian')) return;
  throw new LedgerError('custodian-required', message('errors.custodian', { got: account }), {
    details: { got: account, roles },
  });
}

/** A provider is whom the record names: where it is withheld, nobody could check that. */
async function requireProvider(
  ledger: WorkLedger,
  { record, entry }: Standing,
  account: Countersignature['author'],
): Promise<void> {
  const disclosed = await findDisclosure(ledger, record.workId, entry.leafHash);
  const named = (toDisclosed({ record, disclosed })?.steps ?? []).flatMap(({ tool, model }) =>
    [tool?.account, model?.account].filter((one) => one !== undefined),
  );
  if (named.includes(account)) return;
  throw new LedgerError('provider-required', message('errors.provider', { got: account }), {
    details: { expected: named, got: account },
  });
}
