import type { EntryVerification } from '../../verify/entry/verifyEntry.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Answer } from '../command/Answer.ts';
import { blocks, pairs } from '../terminal/format.ts';
import { describeEntry } from './describeEntry.ts';
import { describeRows } from './describeRows.ts';
import { describeVerdict } from './describeVerdict.ts';
import { verificationExitCode } from './exitCode.ts';

/** A verified entry, with what is in it. */
export function entryAnswer(verification: EntryVerification, context: CommandContext): Answer {
  const { say } = context;
  const { entry, verdict, against, rows } = verification;
  const { chainId, contract, envelope, index, size, root, anchor } = entry;
  return {
    data: { verdict, against, rows, chainId, contract, envelope, index, size, root, anchor },
    text: () =>
      blocks(
        describeVerdict(verification, entry, say),
        pairs(
          [say('cli.verify.entry'), say('cli.verify.entry-at', { index: `${index}`, size: `${size}` })],
          ...describeEntry(entry, context),
        ),
        pairs(
          [say('cli.verify.root'), root],
          [say('cli.verify.contract'), contract],
          [say('cli.transaction'), anchor.transaction],
        ),
        describeRows(rows, say),
      ),
    exitCode: verificationExitCode(verification),
  };
}
