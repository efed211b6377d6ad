import { Command } from 'commander';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';
import { readLicence } from './readLicence.ts';

export function approveLicensee({ say, run }: CommandContext): Command {
  return new Command('approve')
    .argument('<work>', say('cli.argument-work'))
    .argument('<terms>', say('cli.licence.argument-terms'))
    .argument('<licensee>', say('cli.licence.argument-licensee'))
    .description(say('cli.licence.approve'))
    .option('--withdraw', say('cli.licence.approve-withdraw'))
    .addHelpText('after', example(say, 'lianpu licence approve WORK 0x… 0x… --key-file painter.key'))
    .action(
      run<{ withdraw?: boolean }>(async (cli, ...given) => {
        const licence = readLicence(given);
        const approved = cli.options.withdraw !== true;
        const { licenceClient } = await import('../../sdk/licence.ts');
        const client = licenceClient(await cli.open('sender'));
        cli.progress(say('cli.licence.approve-progress', { approved: `${approved}` }));
        const { workId, termsId, licensee } = licence;
        return transactionAnswer(say, {
          ...licence,
          approved,
          ...(await client.approve(workId, termsId, licensee, approved)),
        });
      }),
    );
}
