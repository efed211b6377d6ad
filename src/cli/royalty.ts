import type { Command } from 'commander';
import { royaltyClient } from '../sdk/royalty.ts';
import { zeroHash } from '../kernel/values.ts';
import { address, amount, currency, hash, payment, workId } from './command/arguments.ts';
import { blocks, pairs, short, table } from './terminal/format.ts';
import { createMoneyFormat } from './money/createMoneyFormat.ts';
import { placed } from './terminal/placed.ts';
import { example, run } from './command/run.ts';

export function royaltyCommands(royalty: Command): void {
  royalty.addHelpText('after', example('lianpu royalty credit 0x…'));

  royalty
    .command('pay <work> <amount>')
    .description('Pay a work, in the smallest unit of a currency')
    .option('--currency <address>', 'an ERC-20 token, or native', 'native')
    .option('--reference <hash>', 'what it is for: 32 bytes of your choice, or the id of a report')
    .option('--permit', 'sign a permit (ERC-2612) in place of an allowance, for a token that takes them')
    .addHelpText('after', example('lianpu royalty pay WORK 1000000000000000000 --key-file studio.key'))
    .action(
      run<{ currency: string; reference?: string; permit?: boolean }>(async (cli, id, given) => {
        const { reference, permit = false } = cli.options;
        const payment = {
          workId: workId(id),
          amount: amount(given, 'AMOUNT'),
          currency: currency(cli.options.currency),
          reference: reference === undefined ? zeroHash : hash(reference, '--reference'),
        };
        const session = await cli.sending();
        cli.progress('paying');
        const origin = await royaltyClient(session).pay(payment.workId, payment.amount, {
          ...payment,
          permit,
        });
        return {
          data: { ...payment, ...origin },
          text: async () => {
            const money = await createMoneyFormat(session, [payment.currency]);
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
    .command('pay-many <payments...>')
    .description('Pay several works, each as WORK=AMOUNT, in one currency by one transaction')
    .option('--currency <address>', 'an ERC-20 token, or native', 'native')
    .option('--reference <hash>', 'what it is for: 32 bytes of your choice, or the id of a report')
    .addHelpText('after', example('lianpu royalty pay-many WORK=1000 WORK=2000 --key-file studio.key'))
    .action(
      run<{ currency: string; reference?: string }>(async (cli, ...given) => {
        const { reference: about } = cli.options;
        const payments = given.map(payment);
        const options = {
          currency: currency(cli.options.currency),
          reference: about === undefined ? zeroHash : hash(about, '--reference'),
        };
        const session = await cli.sending();
        cli.progress('paying');
        const origin = await royaltyClient(session).payMany(payments, options);
        return {
          data: { payments, ...options, ...origin },
          text: async () => {
            const money = await createMoneyFormat(session, [options.currency]);
            const rows = payments.map(
              (one) => [short(one.workId), money(one.amount, options.currency)] as const,
            );
            return pairs(...rows, ['block', `${origin.block}`], ['transaction', origin.transaction]);
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
            const money = await createMoneyFormat(
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
    .command('hand-over <successor>')
    .description('Offer somebody what you are owed, now and later, in every currency; it has to accept')
    .option('--payee <address>', 'whose place, if it was handed over to you before')
    .addHelpText('after', example('lianpu royalty hand-over 0x… --key-file painter.key'))
    .action(
      run<{ payee?: string }>(async (cli, account) => {
        const successor = address(account, 'SUCCESSOR');
        const given = cli.options.payee === undefined ? undefined : address(cli.options.payee, '--payee');
        const session = await cli.sending();
        const payee = given ?? (await session.signing()).account;
        cli.progress('offering');
        return placed({ payee, successor, ...(await royaltyClient(session).handOver(successor, payee)) });
      }),
    );

  royalty
    .command('accept <payee>')
    .description('Take the place of a payee that offered it to you: what it is owed is sent to you')
    .addHelpText('after', example('lianpu royalty accept 0x… --key-file heir.key'))
    .action(
      run(async (cli, account) => {
        const payee = address(account, 'PAYEE');
        const session = await cli.sending();
        cli.progress('accepting');
        return placed({ payee, ...(await royaltyClient(session).acceptHandOver(payee)) });
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
            const { payee, recipient, successor, currencies } = credit;
            const money = await createMoneyFormat(
              session,
              currencies.map((one) => one.currency),
            );
            const rows = currencies.map((one) => [
              money(one.claimable, one.currency),
              money(one.claimed, one.currency),
            ]);
            const places = [
              ...(recipient === payee ? [] : [['goes to', recipient] as const]),
              ...(successor === null ? [] : [['offered to', successor] as const]),
            ];
            return blocks(
              rows.length === 0 ? 'nothing to claim' : await table(['can claim', 'has claimed'], rows),
              places.length === 0 ? null : pairs(...places),
            );
          },
        };
      }),
    );
}
