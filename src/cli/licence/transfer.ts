import { Command } from 'commander';
import { address, count, hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';

export function transferLicence({ say, run }: CommandContext): Command {
  return new Command('transfer')
    .argument('<work>', say('cli.argument-work'))
    .argument('<terms>', say('cli.licence.argument-terms'))
    .argument('<to>', say('cli.licence.transfer-to'))
    .description(say('cli.licence.transfer'))
    .option('--units <count>', say('cli.licence.transfer-units'))
    .addHelpText('after', example(say, 'lianpu licence transfer WORK 0x… 0x… --key-file studio.key'))
    .action(
      run<{ units?: string }>(async (cli, id, terms, account) => {
        const [work, termsId, to] = [workId(id), hash(terms, 'TERMS'), address(account, 'TO')];
        const { units: given } = cli.options;
        const units = given === undefined ? undefined : count(given, '--units');
        const { licenceClient } = await import('../../sdk/licence.ts');
        const client = licenceClient(await cli.open('sender'));
        cli.progress(say('cli.licence.transfer-progress'));
        const origin = await client.transfer(work, termsId, to, units);
        return transactionAnswer(say, { workId: work, termsId, to, units, ...origin });
      }),
    );
}
