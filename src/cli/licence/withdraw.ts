import { Command } from 'commander';
import { hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';

export function withdrawOffer({ say, run }: CommandContext): Command {
  return new Command('withdraw')
    .argument('<work>', say('cli.argument-work'))
    .argument('<terms>', say('cli.licence.argument-terms'))
    .description(say('cli.licence.withdraw'))
    .addHelpText('after', example(say, 'lianpu licence withdraw WORK 0x… --key-file painter.key'))
    .action(
      run(async (cli, id, terms) => {
        const [work, termsId] = [workId(id), hash(terms, 'TERMS')];
        const { licenceClient } = await import('../../sdk/licence.ts');
        const client = licenceClient(await cli.open('sender'));
        cli.progress(say('cli.licence.withdraw-progress'));
        return transactionAnswer(say, { workId: work, termsId, ...(await client.withdraw(work, termsId)) });
      }),
    );
}
