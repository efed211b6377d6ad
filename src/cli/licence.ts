import type { Command } from 'commander';
import { presetNames, presetTerms } from '../terms/draft/presets.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import type { Session } from '../sdk/client/session.ts';
import { address, amount, bps, count, currency, hash, oneOf, workId } from './command/arguments.ts';
import { breachCommands } from './breach.ts';
import { checkCommand } from './check/check.ts';
import { compareCommand } from './terms/compare.ts';
import { checkAllCommand } from './check/checkAll.ts';
import { blocks, pairs } from './terminal/format.ts';
import { createMoneyFormat } from './money/createMoneyFormat.ts';
import { readDraft, readJson } from './terminal/readInput.ts';
import { example, run } from './command/run.ts';
import { placed } from './terminal/placed.ts';
import { changesCommand } from './check/changes.ts';
import { termsCommands } from './terms.ts';
import { showApprovals, showLicences, showOffers } from './licence/showLicences.ts';

export function licenceCommands(licence: Command): void {
  licence.addHelpText('after', example('lianpu licence check WORK --licensee 0x… --use embedInGame'));

  licence
    .command('offer <work> [terms]')
    .description('Offer a work of yours under the terms in a JSON file, or a preset; the service sends it')
    .option('--preset <name>', `instead of a file, one of ${presetNames.join(', ')}`)
    .option('--price <amount>', 'of a preset: in the smallest unit of the currency')
    .option('--currency <address>', 'of a preset: an ERC-20 token, or native')
    .option('--share <bps>', 'of a preset: what is owed of revenue, in basis points')
    .option('--duration <seconds>', 'of a preset: how long a licence lasts')
    .option('--document <file>', 'an ODRL document of your own, in place of the one that the terms come to')
    .option('--inherit <files...>', 'documents that it inherits from, where the service does not have them')
    .addHelpText(
      'after',
      example(
        'lianpu licence offer WORK terms.json --key-file painter.key',
        'lianpu licence offer WORK --preset commercialUse --price 20000000000000000',
      ),
    )
    .action(
      run<OfferOptions>(async (cli, id, file) => {
        const work = workId(id);
        const draft = await draftOf(cli.options, file);
        const brought = await broughtIn(cli.options);
        const client = await clientOf(await cli.signing());
        cli.progress('offering');
        const { termsId, doubts, ...origin } = await client.offer(work, draft, brought);
        const { data, text } = placed({ workId: work, termsId, ...origin });
        return {
          data: { ...(data as object), doubts },
          text: async () =>
            blocks(
              await text(),
              pairs(...doubts.map(({ where, what }) => ['not understood', `${what}, at ${where}`] as const)),
            ),
        };
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
              await createMoneyFormat(
                session,
                offers.map(({ terms }) => terms.currency),
              ),
            ),
        };
      }),
    );

  licence
    .command('acquire <work> <terms>')
    .description('Buy a licence of a work, or units of it, or renew it')
    .option('--units <count>', 'how many; one price is paid for each', '1')
    .option('--licensee <address>', 'who shall hold it; you yourself unless given')
    .option('--max-price <amount>', 'the most you agree to pay for all, in the smallest unit of the currency')
    .addHelpText('after', example('lianpu licence acquire WORK 0x… --max-price 20000000000000000'))
    .action(
      run<{ units: string; licensee?: string; maxPrice?: string }>(async (cli, id, terms) => {
        const { maxPrice, licensee } = cli.options;
        const [work, termsId] = [workId(id), hash(terms, 'TERMS')];
        const purchase = {
          units: count(cli.options.units, '--units'),
          licensee: licensee === undefined ? undefined : address(licensee, '--licensee'),
          maxPrice: maxPrice === undefined ? undefined : amount(maxPrice, '--max-price'),
        };
        const client = await clientOf(await cli.sending());
        cli.progress('acquiring');
        const origin = await client.acquire(work, termsId, purchase);
        const { units, licensee: holder } = purchase;
        return placed({ workId: work, termsId, licensee: holder, units, ...origin });
      }),
    );

  licence
    .command('transfer <work> <terms> <to>')
    .description('Pass a licence of yours on, where the terms let it, for the rest of its time')
    .option('--units <count>', 'how many; all you hold unless given')
    .addHelpText('after', example('lianpu licence transfer WORK 0x… 0x… --key-file studio.key'))
    .action(
      run<{ units?: string }>(async (cli, id, terms, account) => {
        const [work, termsId, to] = [workId(id), hash(terms, 'TERMS'), address(account, 'TO')];
        const { units: given } = cli.options;
        const units = given === undefined ? undefined : count(given, '--units');
        const client = await clientOf(await cli.sending());
        cli.progress('passing on');
        const origin = await client.transfer(work, termsId, to, units);
        return placed({ workId: work, termsId, to, units, ...origin });
      }),
    );

  licence
    .command('request <work> <terms>')
    .description('Ask the creator to approve you, where the terms ask for approval')
    .addHelpText('after', example('lianpu licence request WORK 0x… --key-file studio.key'))
    .action(
      run(async (cli, id, terms) => {
        const [work, termsId] = [workId(id), hash(terms, 'TERMS')];
        const client = await clientOf(await cli.sending());
        cli.progress('asking');
        return placed({ workId: work, termsId, ...(await client.requestApproval(work, termsId)) });
      }),
    );

  licence
    .command('approvals <work>')
    .description('List who asked to be approved as a licensee, and what was answered')
    .addHelpText('after', example('lianpu licence approvals WORK'))
    .action(
      run(async (cli, id) => {
        const approvals = await (await clientOf(cli.reading())).approvals(workId(id));
        return { data: { approvals }, text: () => showApprovals(approvals) };
      }),
    );

  licence
    .command('approve <work> <terms> <licensee>')
    .description('Let an account acquire a licence of a work of yours, where the terms ask for approval')
    .option('--withdraw', 'take it back')
    .addHelpText('after', example('lianpu licence approve WORK 0x… 0x… --key-file painter.key'))
    .action(
      run<{ withdraw?: boolean }>(async (cli, id, terms, account) => {
        const [work, termsId] = [workId(id), hash(terms, 'TERMS')];
        const licensee = address(account, 'LICENSEE');
        const approved = cli.options.withdraw !== true;
        const client = await clientOf(await cli.sending());
        cli.progress(approved ? 'approving' : 'taking back');
        const origin = await client.approve(work, termsId, licensee, approved);
        return placed({ workId: work, termsId, licensee, approved, ...origin });
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

  checkCommand(licence);
  checkAllCommand(licence);
  changesCommand(licence);
  termsCommands(licence);
  compareCommand(licence);
  breachCommands(licence);

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
              await createMoneyFormat(
                session,
                licences.map((one) => one.currency),
              ),
            ),
        };
      }),
    );
}

interface OfferOptions {
  preset?: string;
  price?: string;
  currency?: string;
  share?: string;
  duration?: string;
  document?: string;
  inherit?: string[];
}

async function broughtIn({ document, inherit }: OfferOptions) {
  return {
    ...(document === undefined ? {} : { document: await readJson(document) }),
    ...(inherit === undefined ? {} : { inherited: await Promise.all(inherit.map(readJson)) }),
  };
}

/** Terms by a file or by a preset. */
async function draftOf({ preset, ...given }: OfferOptions, file: string | undefined) {
  const { price, share, duration, currency: token } = given;
  if (preset !== undefined && file === undefined) {
    return presetTerms(oneOf(presetNames, preset, '--preset'), {
      price: price === undefined ? undefined : `${amount(price, '--price')}`,
      currency: token === undefined ? undefined : currency(token),
      revenueShareBps: share === undefined ? undefined : bps(share, '--share'),
      duration: duration === undefined ? undefined : count(duration, '--duration'),
    });
  }
  if (
    file === undefined ||
    preset !== undefined ||
    [price, share, duration, token].some((one) => one !== undefined)
  ) {
    throw new LedgerError('input-invalid', 'TERMS: expected a file alone, or --preset with its options');
  }
  const { TermsDraft } = await import('../terms/Terms.ts');
  return await readDraft(file, TermsDraft);
}

async function clientOf(session: Session) {
  return (await import('../sdk/licence.ts')).licenceClient(session);
}
