import { Command } from 'commander';
import { hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';

export function requestApproval({ say, run }: CommandContext): Command {
  return new Command('request')
    .argument('<work>', say('cli.argument-work'))
    .argument('<terms>', say('cli.licence.argument-terms'))
    .description(say('cli.licence.request'))
    .addHelpText('after', example(say, 'lianpu licence request WORK 0x… --key-file studio.key'))
    .action(
      run(async (cli, id, terms) => {
        const [work, termsId] = [workId(id), hash(terms, 'TERMS')];
        const { licenceClient } = await import('../../sdk/licence.ts');
        const client = licenceClient(await cli.open('sender'));
        cli.progress(say('cli.licence.request-progress'));
        return transactionAnswer(say, {
          workId: work,
          termsId,
          ...(await client.requestApproval(work, termsId)),
        });
      }),
    );
}
