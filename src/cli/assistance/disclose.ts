import { Command } from 'commander';
import { assistanceClient } from '../../sdk/assistance.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';
import { positionWords } from '../terminal/words.ts';
import { readOpening } from './readOpening.ts';

export function discloseRecord({ say, run }: CommandContext): Command {
  return new Command('disclose')
    .description(say('cli.assistance.disclose'))
    .argument('<opening>', say('cli.assistance.argument-opening'))
    .addHelpText('after', example(say, 'lianpu assistance disclose opening.json --key-file painter.key'))
    .action(
      run(async (cli, file) => {
        const opening = await readOpening(file);
        const client = assistanceClient(await cli.open('signer'));
        cli.progress(say('cli.assistance.disclosing'));
        const logged = await client.disclose(opening);
        return {
          data: logged,
          text: () =>
            pairs(
              [say('cli.assistance.discloses'), logged.record.discloses],
              [say('cli.log'), positionWords(say, logged)],
            ),
        };
      }),
    );
}
