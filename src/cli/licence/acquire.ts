import { Command } from 'commander';
import { native } from '../../kernel/values.ts';
import { address, count, hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { run } from '../command/run.ts';
import { parseAmount } from '../money/GivenAmount.ts';
import { toBaseUnits } from '../money/toBaseUnits.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';

interface Options {
  units: string;
  licensee?: string;
  maxPrice?: string;
}

export function acquireLicence({ say }: CommandContext): Command {
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
        const { licensee: account, maxPrice } = cli.options;
        const [work, termsId] = [workId(id), hash(terms, 'TERMS')];
        const units = count(cli.options.units, '--units');
        const licensee = account === undefined ? undefined : address(account, '--licensee');
        const most = maxPrice === undefined ? undefined : parseAmount(maxPrice, '--max-price');
        const session = await cli.sending();
        const { licenceClient } = await import('../../sdk/licence.ts');
        const client = licenceClient(session);
        const purchase = { units, licensee, maxPrice: undefined as bigint | undefined };
        if (most !== undefined) {
          const offer = (await client.offers(work)).find((one) => one.termsId === termsId);
          const currency = offer?.terms.currency ?? native;
          purchase.maxPrice = await toBaseUnits(session, most, { currency, name: '--max-price' });
        }
        cli.progress(say('cli.licence.acquire-progress'));
        const origin = await client.acquire(work, termsId, purchase);
        return transactionAnswer(say, { workId: work, termsId, licensee, units, ...origin });
      }),
    );
}
