import { readSigned } from '../../log/logSigned.ts';
import { toBase64 } from '../../kernel/bytesText.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { CheckLedger } from '../ports.ts';
import { proveEntry, requireEntry } from '../../log/proveEntry.ts';
import { DecisionRecord, type ReceiptFile } from './Receipt.ts';

/**
 * A receipt with all that proves it, for `lianpu verify`: its entry, the documents it was decided by, and the entries of
 * works that were in the log only.
 *
 * @throws LedgerError `entry-unknown` for an entry that is no receipt, `entry-unanchored` before an anchor covers it.
 */
export async function proveReceipt(ledger: CheckLedger, index: number): Promise<ReceiptFile> {
  const entry = requireEntry(ledger, index);
  if (entry.envelope.type !== 'decision') {
    throw new LedgerError('entry-unknown', message('errors.receipt-type', { type: entry.envelope.type }), {
      details: { index },
    });
  }
  const { record } = readSigned(DecisionRecord, entry);
  const documents: string[] = [];
  for (const { hash, here } of record.documents) {
    const bytes = here ? await ledger.files.read(hash) : undefined;
    if (bytes !== undefined) documents.push(toBase64(bytes));
  }
  const logged = [];
  for (const one of record.logged) logged.push(await proveEntry(ledger, one));
  return {
    type: 'lianpu-receipt',
    version: 1,
    entry: await proveEntry(ledger, index),
    documents,
    logged,
  };
}
