import { Command } from 'commander';
import { address, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { describeLicences } from './describeLicences.ts';

export function listLicences(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('list')
    .description(say('cli.licence.list'))
    .option('--work <work>', say('cli.licence.list-work'))
    .option('--licensee <address>', say('cli.licence.list-licensee'))
    .addHelpText('after', example(say, 'lianpu licence list --licensee 0x…'))
    .action(
      run<{ work?: string; licensee?: string }>(async (cli) => {
        const { work, licensee } = cli.options;
        const session = await cli.open('reader');
        const { licenceClient } = await import('../../sdk/licence.ts');
        const licences = await licenceClient(session).licences({
          ...(work === undefined ? {} : { workId: workId(work, '--work') }),
          ...(licensee === undefined ? {} : { licensee: address(licensee, '--licensee') }),
        });
        const currencies = licences.map(({ currency }) => currency);
        return {
          data: { licences },
          text: async () =>
            describeLicences(licences, await createMoneyFormat(session, currencies, context), say),
        };
      }),
    );
}
