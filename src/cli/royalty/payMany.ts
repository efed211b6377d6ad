import { Command } from 'commander';
import { royaltyClient } from '../../sdk/royalty.ts';
import { zeroHash } from '../../kernel/values.ts';
import { currency, hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { parseAmount } from '../money/GivenAmount.ts';
import { allToBaseUnits } from '../money/toBaseUnits.ts';
import { pairs, short } from '../terminal/format.ts';

interface Options {
  currency: string;
  reference?: string;
}

export function payWorks(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('pay-many')
    .argument('<payments...>', say('cli.royalty.pay-many-payments'))
    .description(say('cli.royalty.pay-many'))
    .option('--currency <address>', say('cli.royalty.pay-currency'), 'native')
    .option('--reference <hash>', say('cli.royalty.pay-reference'))
    .addHelpText('after', example(say, 'lianpu royalty pay-many WORK=0.5 WORK=0.25 --key-file studio.key'))
    .action(
      run<Options>(async (cli, ...texts) => {
        const { reference } = cli.options;
        const given = texts.map(parsePayment);
        const options = {
          currency: currency(cli.options.currency),
          reference: reference === undefined ? zeroHash : hash(reference, '--reference'),
        };
        const session = await cli.open('sender');
        const where = { currency: options.currency, name: 'PAYMENTS' };
        const amounts = await allToBaseUnits(
          session,
          given.map((one) => one.amount),
          where,
        );
        const payments = given.map((one, at) => ({ workId: one.workId, amount: amounts[at] ?? 0n }));
        cli.progress(say('cli.royalty.pay-progress'));
        const origin = await royaltyClient(session).payMany(payments, options);
        return {
          data: { payments, ...options, ...origin },
          text: async () => {
            const money = await createMoneyFormat(session, [options.currency], context);
            return pairs(
              ...payments.map(
                (one) => [short(one.workId), money.amount(one.amount, options.currency)] as const,
              ),
              [say('cli.block'), `${origin.block}`],
              [say('cli.transaction'), origin.transaction],
            );
          },
        };
      }),
    );
}

/** A payment as `WORK=AMOUNT`. */
function parsePayment(text: string) {
  const [work = '', amount = ''] = text.split('=');
  return { workId: workId(work, 'PAYMENTS'), amount: parseAmount(amount, 'PAYMENTS') };
}
