import { Command } from 'commander';
import { breachNames } from '../../terms/Breach.ts';
import { oneOf } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';
import { readLicence } from './readLicence.ts';

export function recordBreach({ say, run }: CommandContext): Command {
  return new Command('breach')
    .argument('<work>', say('cli.argument-work'))
    .argument('<terms>', say('cli.licence.argument-terms'))
    .argument('<licensee>', say('cli.licence.argument-licensee'))
    .description(say('cli.licence.breach'))
    .requiredOption('--breach <breach>', say('cli.licence.breach-kind', { breaches: breachNames.join(', ') }))
    .requiredOption('--what <text>', say('cli.licence.breach-what'))
    .addHelpText(
      'after',
      example(
        say,
        'lianpu licence breach WORK 0x… 0x… --breach unattributed --what "https://…" --key-file painter.key',
      ),
    )
    .action(
      run<{ breach: string; what: string }>(async (cli, ...given) => {
        const licence = readLicence(given);
        const breach = oneOf(breachNames, cli.options.breach, '--breach');
        const { licenceClient } = await import('../../sdk/licence.ts');
        const client = licenceClient(await cli.open('sender'));
        cli.progress(say('cli.licence.breach-progress'));
        const { workId, termsId, licensee } = licence;
        const recorded = await client.recordBreach(workId, termsId, licensee, breach, cli.options.what);
        return transactionAnswer(say, { ...licence, breach, ...recorded });
      }),
    );
}
