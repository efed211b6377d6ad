import { Command } from 'commander';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';
import { readLicence } from './readLicence.ts';

export function revokeLicence({ say, run }: CommandContext): Command {
  return new Command('revoke')
    .argument('<work>', say('cli.argument-work'))
    .argument('<terms>', say('cli.licence.argument-terms'))
    .argument('<licensee>', say('cli.licence.argument-licensee'))
    .description(say('cli.licence.revoke'))
    .addHelpText('after', example(say, 'lianpu licence revoke WORK 0x… 0x… --key-file painter.key'))
    .action(
      run(async (cli, ...given) => {
        const licence = readLicence(given);
        const { licenceClient } = await import('../../sdk/licence.ts');
        const client = licenceClient(await cli.open('sender'));
        cli.progress(say('cli.licence.revoke-progress'));
        const { workId, termsId, licensee } = licence;
        return transactionAnswer(say, { ...licence, ...(await client.revoke(workId, termsId, licensee)) });
      }),
    );
}
