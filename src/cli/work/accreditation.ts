import { Command } from 'commander';
import { workClient } from '../../sdk/work.ts';
import { address } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';
import { listWords } from '../terminal/words.ts';

export function showAccreditation({ say, run }: CommandContext): Command {
  return new Command('accreditation')
    .description(say('cli.work.accreditation'))
    .argument('<account>', say('cli.argument-account'))
    .addHelpText('after', example(say, 'lianpu work accreditation 0x…'))
    .action(
      run(async (cli, text) => {
        const found = await workClient(await cli.open('reader')).accreditation(address(text, 'ACCOUNT'));
        const { account, roles, attestedBy } = found;
        return {
          data: found,
          text: () =>
            pairs(
              [say('cli.account'), account],
              [say('cli.work.roles'), listWords(say, roles)],
              [say('cli.work.attested-by'), listWords(say, attestedBy)],
            ),
        };
      }),
    );
}
