import type { Command } from 'commander';
import { Decision } from '../licence/Decision.ts';
import type { Session } from '../sdk/session.ts';
import { useNames } from '../work/Uses.ts';
import { address, amount, hash, use, workId } from './arguments.ts';
import { exitCodeOfVerdict } from './exitCodes.ts';
import { moneyOf } from './money.ts';
import { readDraft } from './readInput.ts';
import { example, run } from './run.ts';
import { placed, showDecision, showLicences, showOffers } from './showLicence.ts';

export function licenceCommands(licence: Command): void {
  licence.addHelpText('after', example('lianpu licence check WORK --licensee 0x… --use embedInGame'));

  licence
    .command('offer <work> <terms>')
    .description('Offer a work of yours under the terms in a JSON file; the service sends it')
    .addHelpText('after', example('lianpu licence offer WORK terms.json --key-file painter.key'))
    .action(
      run(async (cli, id, file) => {
        const work = workId(id);
        const { TermsDraft } = await import('../licence/Terms.ts');
        const draft = await readDraft(file, TermsDraft);
        const client = await clientOf(await cli.signing());
        cli.progress('offering');
        const { termsId, ...origin } = await client.offer(work, draft);
        return placed({ workId: work, termsId, ...origin });
      }),
    );

  licence
    .command('offers <work>')
    .description('List the terms a work is or was offered under')
    .addHelpText('after', example('lianpu licence offers WORK'))
    .action(
      run(async (cli, id) => {
        const session = cli.reading();
        const offers = await (await clientOf(session)).offers(workId(id));
        return {
          data: { offers },
          text: async () =>
            showOffers(
              offers,
              await moneyOf(
                session,
                offers.map(({ terms }) => terms.currency),
              ),
            ),
        };
      }),
    );

  licence
    .command('acquire <work> <terms>')
    .description('Buy a licence of a work, or renew it')
    .option('--max-price <amount>', 'the most you agree to pay, in the smallest unit of the currency')
    .addHelpText('after', example('lianpu licence acquire WORK 0x… --max-price 20000000000000000'))
    .action(
      run<{ maxPrice?: string }>(async (cli, id, terms) => {
        const { maxPrice } = cli.options;
        const [work, termsId] = [workId(id), hash(terms, 'TERMS')];
        const limit = maxPrice === undefined ? undefined : amount(maxPrice, '--max-price');
        const client = await clientOf(await cli.sending());
        cli.progress('acquiring');
        return placed({
          workId: work,
          termsId,
          ...(await client.acquire(work, termsId, { maxPrice: limit })),
        });
      }),
    );

  licence
    .command('approve <work> <terms> <licensee>')
    .description('Let an account acquire a licence of a work of yours, where the terms ask for approval')
    .addHelpText('after', example('lianpu licence approve WORK 0x… 0x… --key-file painter.key'))
    .action(
      run(async (cli, id, terms, account) => {
        const [work, termsId] = [workId(id), hash(terms, 'TERMS')];
        const licensee = address(account, 'LICENSEE');
        const client = await clientOf(await cli.sending());
        cli.progress('approving');
        return placed({
          workId: work,
          termsId,
          licensee,
          ...(await client.approve(work, termsId, licensee)),
        });
      }),
    );

  licence
    .command('withdraw <work> <terms>')
    .description('End an offer of a work of yours; licences already sold stand')
    .addHelpText('after', example('lianpu licence withdraw WORK 0x… --key-file painter.key'))
    .action(
      run(async (cli, id, terms) => {
        const [work, termsId] = [workId(id), hash(terms, 'TERMS')];
        const client = await clientOf(await cli.sending());
        cli.progress('withdrawing');
        return placed({ workId: work, termsId, ...(await client.withdraw(work, termsId)) });
      }),
    );

  licence
    .command('check <work>')
    .description(
      'Ask whether an account may put a work to a use now: exits 0 if so, 3 if not, 4 if nobody can tell',
    )
    .requiredOption('--licensee <address>', 'who would use it')
    .requiredOption('--use <use>', `one of ${useNames.join(', ')}`)
    .addHelpText('after', example('lianpu licence check WORK --licensee 0x… --use embedInGame && publish'))
    .action(
      run<{ licensee: string; use: string }>(async (cli, id) => {
        const session = cli.reading();
        const question = {
          workId: workId(id),
          licensee: address(cli.options.licensee, '--licensee'),
          use: use(cli.options.use),
        };
        // As the SDK asks it, without loading what the rest of a licence's life needs: scripts ask before each use.
        const decision = await session.http.post(Decision, '/v1/checks', question);
        return {
          data: decision,
          text: () => showDecision(decision),
          exitCode: exitCodeOfVerdict(decision.verdict),
        };
      }),
    );

  licence
    .command('list')
    .description('List licences of a work or of a licensee')
    .option('--work <work>', 'licences of this work')
    .option('--licensee <address>', 'licences of this account')
    .addHelpText('after', example('lianpu licence list --licensee 0x…'))
    .action(
      run<{ work?: string; licensee?: string }>(async (cli) => {
        const { work, licensee } = cli.options;
        const session = cli.reading();
        const licences = await (
          await clientOf(session)
        ).licences({
          ...(work === undefined ? {} : { workId: workId(work, '--work') }),
          ...(licensee === undefined ? {} : { licensee: address(licensee, '--licensee') }),
        });
        return {
          data: { licences },
          text: async () =>
            showLicences(
              licences,
              await moneyOf(
                session,
                licences.map((one) => one.currency),
              ),
            ),
        };
      }),
    );
}

async function clientOf(session: Session) {
  return (await import('../sdk/licence.ts')).licenceClient(session);
}
