import { Command } from 'commander';
import { workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { describeOffers } from './describeLicences.ts';

export function listOffers(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('offers')
    .argument('<work>', say('cli.argument-work'))
    .description(say('cli.licence.offers'))
    .addHelpText('after', example(say, 'lianpu licence offers WORK'))
    .action(
      run(async (cli, id) => {
        const { licenceClient } = await import('../../sdk/licence.ts');
        const session = await cli.open('reader');
        const offers = await licenceClient(session).offers(workId(id));
        const currencies = offers.map(({ terms }) => terms.currency);
        return {
          data: { offers },
          text: async () =>
            describeOffers(offers, await createMoneyFormat(session, currencies, context), say),
        };
      }),
    );
}
