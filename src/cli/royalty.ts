import type { Command } from 'commander';
import { royaltyClient } from '../sdk/royalty.ts';
import { zeroHash } from '../values.ts';
import { address, amount, currency, hash, workId } from './arguments.ts';
import { blocks, pairs, table } from './format.ts';
import { moneyOf } from './money.ts';
import { example, run } from './run.ts';

export function royaltyCommands(royalty: Command): void {
  royalty.addHelpText('after', example('lianpu royalty credit 0x…'));

  royalty
    .command('pay <work> <amount>')
    .description('Pay a work, in the smallest unit of a currency')
    .option('--currency <address>', 'an ERC-20 token, or native', 'native')
    .option('--reference <hash>', 'what it is for: 32 bytes of your choice, or the id of a statement')
    .addHelpText('after', example('lianpu royalty pay WORK 1000000000000000000 --key-file studio.key'))
    .action(
      run<{ currency: string; reference?: string }>(async (cli, id, given) => {
        const { reference } = cli.options;
        const payment = {
          workId: workId(id),
          amount: amount(given, 'AMOUNT'),
          currency: currency(cli.options.currency),
          reference: reference === undefined ? zeroHash : hash(reference, '--reference'),
        };
        const session = await cli.sending();
        cli.progress('paying');
        const origin = await royaltyClient(session).pay(payment.workId, payment.amount, payment);
        return {
          data: { ...payment, ...origin },
          text: async () => {
            const money = await moneyOf(session, [payment.currency]);
            return pairs(
              ['work', `${payment.workId}`],
              ['paid', money(payment.amount, payment.currency)],
              ['block', `${origin.block}`],
              ['transaction', origin.transaction],
            );
          },
        };
      }),
    );

  royalty
    .command('settle <work>')
    .description('Move what a work and the works upstream hold to their payees; anybody may')
    .option('--currency <address>', 'an ERC-20 token, or native', 'native')
    .addHelpText('after', example('lianpu royalty settle WORK --key-file anybody.key'))
    .action(
      run<{ currency: string }>(async (cli, id) => {
        const [work, asked] = [workId(id), currency(cli.options.currency)];
        const session = await cli.sending();
        cli.progress('settling');
        const transactions = await royaltyClient(session).settle(work, asked);
        const rows = transactions.map(({ block, transaction }) =>
          pairs(['block', `${block}`], ['transaction', transaction]),
        );
        return {
          data: { workId: work, currency: asked, transactions },
          text: () => (rows.length === 0 ? 'nothing was held' : blocks(...rows)),
        };
      }),
    );

  royalty
    .command('claim')
    .description('Send a payee all it can claim; anybody may, the money goes to the payee')
    .option('--payee <address>', 'you yourself unless given')
    .addHelpText('after', example('lianpu royalty claim --key-file painter.key'))
    .action(
      run<{ payee?: string }>(async (cli) => {
        const given = cli.options.payee === undefined ? undefined : address(cli.options.payee, '--payee');
        const session = await cli.sending();
        const payee = given ?? (await session.signing()).account;
        cli.progress('claiming');
        const claim = await royaltyClient(session).claim(payee);
        const { claimed, block, transaction } = claim ?? { claimed: [], block: null, transaction: null };
        return {
          data: { payee, claimed, block, transaction },
          text: async () => {
            if (claim === null) return 'nothing to claim';
            const money = await moneyOf(
              session,
              claimed.map((one) => one.currency),
            );
            const rows = claimed.map((one) => ['claimed', money(one.amount, one.currency)] as const);
            return pairs(['payee', payee], ...rows, ['block', `${block}`], ['transaction', `${transaction}`]);
          },
        };
      }),
    );

  royalty
    .command('credit <address>')
    .description('Show what an account can claim and has claimed')
    .addHelpText('after', example('lianpu royalty credit 0x…'))
    .action(
      run(async (cli, account) => {
        const session = cli.reading();
        const credit = await royaltyClient(session).credit(address(account, 'ADDRESS'));
        return {
          data: credit,
          text: async () => {
            if (credit.currencies.length === 0) return 'nothing to claim';
            const money = await moneyOf(
              session,
              credit.currencies.map((one) => one.currency),
            );
            return await table(
              ['can claim', 'has claimed'],
              credit.currencies.map((one) => [
                money(one.claimable, one.currency),
                money(one.claimed, one.currency),
              ]),
            );
          },
        };
      }),
    );
}
