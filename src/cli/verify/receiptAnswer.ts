import type { ReceiptVerification } from '../../verify/receipt/verifyReceipt.ts';
import { describeDecision } from '../check/describeDecision.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Answer } from '../command/Answer.ts';
import { moneyFormat } from '../money/createMoneyFormat.ts';
import { blocks, pairs, timeText } from '../terminal/format.ts';
import { verificationExitCode } from './exitCode.ts';
import { describeRows } from './describeRows.ts';
import { describeVerdict } from './describeVerdict.ts';

/** A verified receipt, with its decision. */
export function receiptAnswer(verification: ReceiptVerification, context: CommandContext): Answer {
  const { say } = context;
  const { entry, record, verdict, against, rows } = verification;
  const { decision, author, stated } = record;
  const { index, size, root, anchor } = entry;
  return {
    data: { verdict, against, rows, author, stated, index, size, root, anchor, decision },
    text: () =>
      blocks(
        describeVerdict(verification, entry, say),
        pairs(
          [say('cli.verify.signed-by'), author],
          [say('cli.verify.stated'), timeText(stated)],
          [say('cli.verify.entry'), say('cli.verify.entry-at', { index: `${index}`, size: `${size}` })],
        ),
        describeRows(rows, say),
        // Nobody is asked about tokens, so their amounts are in base units.
        describeDecision(decision, moneyFormat(new Map(), context), context),
      ),
    exitCode: verificationExitCode(verification),
  };
}
