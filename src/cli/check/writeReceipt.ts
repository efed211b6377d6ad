import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { canonicalJson } from '../../kernel/json/canonicalJson.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { ReceiptFile, type CheckAnswer } from '../../check/receipt/Receipt.ts';
import type { Session } from '../../sdk/client/session.ts';
import { writeOutput } from '../terminal/writeOutput.ts';
import { message } from '../../messages/Message.ts';

/** Milliseconds to wait for an anchor that covers a receipt. */
const patience = 60_000;

/** Writes the receipt of an answer to a file, once an anchor covers it: before that nobody can verify it. */
export async function writeReceipt(session: Session, file: string, { receipt }: CheckAnswer): Promise<void> {
  if (receipt === undefined) throw new LedgerError('service-failed', message('errors.receipt-missing'));
  for (const end = Date.now() + patience; ; await setTimeout(500)) {
    try {
      const found = await session.http.get(ReceiptFile, `/v1/receipts/${receipt.index}`);
      await writeOutput(file, `${canonicalJson(z.encode(ReceiptFile, found))}\n`);
      return;
    } catch (error) {
      const early = error instanceof LedgerError && error.code === 'entry-unanchored';
      if (!early || Date.now() > end) throw error;
    }
  }
}
