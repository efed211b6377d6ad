import { Command } from 'commander';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { native, type Hex } from '../../kernel/values.ts';
import { message } from '../../messages/Message.ts';
import type { Session } from '../../sdk/client/session.ts';
import { address, count, hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { parseAmount, type GivenAmount } from '../money/GivenAmount.ts';
import { toBaseUnits } from '../money/toBaseUnits.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';

interface Options {
  units: string;
  licensee?: string;
  maxPrice?: string;
}

export function acquireLicence(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('acquire')
    .argument('<work>', say('cli.argument-work'))
    .argument('<terms>', say('cli.licence.argument-terms'))
    .description(say('cli.licence.acquire'))
    .option('--units <count>', say('cli.licence.acquire-units'), '1')
    .option('--licensee <address>', say('cli.licence.acquire-licensee'))
    .option('--max-price <amount>', say('cli.licence.acquire-max-price'))
    .addHelpText('after', example(say, 'lianpu licence acquire WORK 0x… --max-price 0.02'))
    .action(
      run<Options>(async (cli, id, terms) => {
        const { licensee: account, maxPrice: text } = cli.options;
        const [work, termsId] = [workId(id), hash(terms, 'TERMS')];
        const units = count(cli.options.units, '--units');
        const licensee = account === undefined ? undefined : address(account, '--licensee');
        const most = text === undefined ? undefined : parseAmount(text, '--max-price');
        const session = await cli.open('sender');
        const { licenceClient } = await import('../../sdk/licence.ts');
        const client = licenceClient(session);
        const maxPrice =
          most === undefined
            ? undefined
            : await readMaxPrice(session, { work, termsId, units, most }, context);
        cli.progress(say('cli.licence.acquire-progress'));
        const origin = await client.acquire(work, termsId, { units, licensee, maxPrice });
        return transactionAnswer(say, { workId: work, termsId, licensee, units, ...origin });
      }),
    );
}

/** The most a buyer pays, in the currency of the terms; a higher price is refused before anything is sent. */
async function readMaxPrice(
  session: Session,
  { work, termsId, units, most }: { work: bigint; termsId: Hex; units: number; most: GivenAmount },
  context: CommandContext,
): Promise<bigint> {
  const { licenceClient } = await import('../../sdk/licence.ts');
  const offer = (await licenceClient(session).offers(work)).find((one) => one.termsId === termsId);
  const currency = offer?.terms.currency ?? native;
  const maxPrice = await toBaseUnits(session, most, { currency, name: '--max-price' });
  const price = (offer?.terms.price ?? 0n) * BigInt(units);
  if (price <= maxPrice) return maxPrice;
  const money = await createMoneyFormat(session, [currency], context);
  const text = message('errors.price-above', {
    expected: money.amount(maxPrice, currency),
    got: money.amount(price, currency),
  });
  throw new LedgerError('price-changed', text, {
    details: { price: `${price}`, maxPrice: `${maxPrice}` },
  });
}
