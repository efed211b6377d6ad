import { Command } from 'commander';
import { royaltyClient } from '../../sdk/royalty.ts';
import { zeroHash } from '../../kernel/values.ts';
import { currency, hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { parseAmount } from '../money/GivenAmount.ts';
import { toBaseUnits } from '../money/toBaseUnits.ts';
import { pairs } from '../terminal/format.ts';

interface Options {
  currency: string;
  reference?: string;
  permit?: boolean;
}

export function payWork(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('pay')
    .argument('<work>', say('cli.argument-work'))
    .argument('<amount>', say('cli.royalty.pay-amount'))
    .description(say('cli.royalty.pay'))
    .option('--currency <address>', say('cli.royalty.pay-currency'), 'native')
    .option('--reference <hash>', say('cli.royalty.pay-reference'))
    .option('--permit', say('cli.royalty.pay-permit'))
    .addHelpText('after', example(say, ...examples))
    .action(
      run<Options>(async (cli, id, text) => {
        const { reference, permit = false } = cli.options;
        const [work, given] = [workId(id), parseAmount(text, 'AMOUNT')];
        const options = {
          currency: currency(cli.options.currency),
          reference: reference === undefined ? zeroHash : hash(reference, '--reference'),
        };
        const session = await cli.open('sender');
        const where = { currency: options.currency, name: 'AMOUNT' };
        const amount = await toBaseUnits(session, given, where);
        cli.progress(say('cli.royalty.pay-progress'));
        const origin = await royaltyClient(session).pay(work, amount, { ...options, permit });
        return {
          data: { workId: work, amount, ...options, ...origin },
          text: async () => {
            const money = await createMoneyFormat(session, [options.currency], context);
            return pairs(
              [say('cli.work'), `${work}`],
              [say('cli.royalty.paid'), money.amount(amount, options.currency)],
              [say('cli.block'), `${origin.block}`],
              [say('cli.transaction'), origin.transaction],
            );
          },
        };
      }),
    );
}

const examples = [
  'lianpu royalty pay WORK 0.5 --key-file studio.key',
  'lianpu royalty pay WORK "12.5 LCNY" --currency 0x… --key-file studio.key',
];
