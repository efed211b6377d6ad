import { Command } from 'commander';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { assistanceClient } from '../../sdk/assistance.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { blocks } from '../terminal/format.ts';
import { positionWords } from '../terminal/words.ts';
import { describeDeclaration } from './describeRecords.ts';
import { readOpening } from './readOpening.ts';

/** Errors that mean the log holds no record of an opening; others leave it open. */
const refusals: readonly string[] = ['entry-unknown', 'assistance-conflict', 'work-unknown'];

export function verifyOpening({ say, format, run }: CommandContext): Command {
  return new Command('verify')
    .description(say('cli.assistance.verify'))
    .argument('<opening>', say('cli.assistance.argument-opening'))
    .addHelpText('after', example(say, 'lianpu assistance verify opening.json'))
    .action(
      run(async (cli, file) => {
        const opening = await readOpening(file);
        try {
          const logged = await assistanceClient(await cli.open('reader')).verify(opening);
          return {
            data: { holds: true, logged },
            text: async () =>
              blocks(
                await describeDeclaration(opening.record, say),
                say('cli.assistance.holds', { position: positionWords(say, logged) }),
              ),
          };
        } catch (error) {
          if (!(error instanceof LedgerError) || !refusals.includes(error.code)) throw error;
          const { code, message, details } = error;
          return {
            data: { holds: false, code, message, details },
            text: () => say('cli.assistance.does-not-hold', { reason: format(error.translatable) }),
            exitCode: exitCodes.denied,
          };
        }
      }),
    );
}
