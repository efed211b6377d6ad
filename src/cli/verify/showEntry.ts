import type { EntryVerification } from '../../verify/entry/verifyEntry.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Answer } from '../command/run.ts';
import { blocks, pairs } from '../terminal/format.ts';
import { describeEntry } from './describeEntry.ts';
import { verificationExitCode } from './exitCode.ts';
import { showRows } from './showRows.ts';
import { showVerdict } from './showVerdict.ts';

/** A verified entry, with what it is about. */
export function showEntry(verification: EntryVerification, context: CommandContext): Answer {
  const { say } = context;
  const { entry, verdict, against, rows } = verification;
  const { chainId, contract, index, size, root, anchor } = entry;
  const says = describeEntry(entry);
  return {
    data: { verdict, against, rows, chainId, contract, index, size, root, anchor, says },
    text: () =>
      blocks(
        showVerdict(verification, entry, say),
        pairs(
          [say('cli.verify.entry'), say('cli.verify.entry-at', { index: `${index}`, size: `${size}` })],
          [say('cli.verify.subject'), says.sentence],
          ...says.details,
        ),
        pairs(
          [say('cli.verify.root'), root],
          [say('cli.verify.contract'), contract],
          [say('cli.verify.transaction'), anchor.transaction],
        ),
        showRows(rows, say),
      ),
    exitCode: verificationExitCode(verification),
  };
}
