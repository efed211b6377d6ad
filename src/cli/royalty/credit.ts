import { Command } from 'commander';
import type { Credit } from '../../royalty/Royalty.ts';
import { royaltyClient } from '../../sdk/royalty.ts';
import { address } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Say } from '../command/Say.ts';
import { example } from '../command/example.ts';
import { createMoneyFormat, type MoneyFormat } from '../money/createMoneyFormat.ts';
import { blocks, pairs, table } from '../terminal/format.ts';

export function showCredit(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('credit')
    .argument('<address>', say('cli.argument-account'))
    .description(say('cli.royalty.credit'))
    .addHelpText('after', example(say, 'lianpu royalty credit 0x…'))
    .action(
      run(async (cli, account) => {
        const session = await cli.open('reader');
        const credit = await royaltyClient(session).credit(address(account, 'ADDRESS'));
        const currencies = credit.currencies.map(({ currency }) => currency);
        return {
          data: credit,
          text: async () =>
            describeCredit(credit, await createMoneyFormat(session, currencies, context), say),
        };
      }),
    );
}

async function describeCredit(
  { payee, recipient, successor, currencies }: Credit,
  money: MoneyFormat,
  say: Say,
): Promise<string> {
  const rows = currencies.map(({ claimable, claimed, currency }) => [
    money.amount(claimable, currency),
    money.amount(claimed, currency),
  ]);
  const head = [say('cli.royalty.claimable'), say('cli.royalty.claimed')];
  const places = [
    ...(recipient === payee ? [] : [[say('cli.royalty.recipient'), recipient] as const]),
    ...(successor === null ? [] : [[say('cli.royalty.successor'), successor] as const]),
  ];
  return blocks(
    rows.length === 0 ? say('cli.royalty.claim-nothing') : await table(head, rows),
    places.length === 0 ? null : pairs(...places),
  );
}
