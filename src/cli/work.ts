import type { Command } from 'commander';
import { sourceCodeOf } from '../assistance/record/AssistanceStep.ts';
import { bulkClient } from '../sdk/bulk.ts';
import { workClient } from '../sdk/work.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { kindNames } from '../work/Metadata.ts';
import { WorkDraft } from '../work/WorkDraft.ts';
import { address, count, oneOf, workId } from './command/arguments.ts';
import { disclosingOf, withDisclosing, type DisclosingOptions } from './assistance/disclosing.ts';
import { exitCodes } from './command/exitCodes.ts';
import { listText, pairs, timeText } from './terminal/format.ts';
import { placed } from './terminal/placed.ts';
import { readBytes, readDraft } from './terminal/readInput.ts';
import { readDeclaration } from './assistance/readDeclaration.ts';
import { example, run } from './command/run.ts';
import { showTotals, tellProgress } from './work/showUpload.ts';
import { uploadWorks } from './work/uploadWorks.ts';
import { showWork, showWorks } from './work/showWork.ts';

export function workCommands(work: Command): void {
  work.addHelpText('after', example('lianpu work show WORK', 'lianpu work list --kind opera-mask'));

  withDisclosing(
    work
      .command('register <file>')
      .description('Register a picture as a work of yours; the service sends it, so no gas money is needed')
      .requiredOption(
        '--draft <file>',
        'JSON: title, kind, creators, sources, rights, labels, regime, payees',
      )
      .option('--steps <file>', 'JSON: how it was made, declared at once'),
  )
    .addHelpText('after', example('lianpu work register mask.png --draft work.json --key-file painter.key'))
    .action(
      run<{ draft: string; steps?: string } & DisclosingOptions>(async (cli, file) => {
        const { draft: draftFile, steps: stepsFile } = cli.options;
        const draft = await readDraft(draftFile, WorkDraft);
        const making = stepsFile === undefined ? [] : await readDeclaration(stepsFile);
        const disclosing = await disclosingOf(cli.options);
        if (stepsFile === undefined && disclosing.disclosure !== 'public') {
          throw new LedgerError('input-invalid', '--steps: expected what is to be withheld, got none');
        }
        const bytes = await readBytes(file);
        const client = workClient(await cli.signing());
        cli.progress('registering');
        const registered = await client.register(draft, bytes, making, { disclosing });
        return { data: registered, text: () => showRegistered(registered) };
      }),
    );

  work
    .command('upload <file>')
    .description('Log works by the million from a file of NDJSON; what breaks off goes on when called again')
    .option('--vouch', 'stand behind lines without a signature, as an operator of the log')
    .addHelpText('after', example('lianpu work upload masks.ndjson --vouch --key-file operator.key'))
    .action(
      run<{ vouch?: boolean }>(async (cli, file) => {
        const { vouch } = cli.options;
        const client = bulkClient(vouch === true ? await cli.signing() : cli.reading());
        const pass = vouch === true ? await client.pass() : undefined;
        const tell = tellProgress((text) => cli.progress(text));
        const totals = await uploadWorks(file, (bytes) => client.upload(bytes, pass), tell);
        return {
          data: totals,
          text: () => showTotals(totals),
          exitCode: totals.refused === 0 ? exitCodes.done : exitCodes.failed,
        };
      }),
    );

  work
    .command('show <work>')
    .description('Show a work: whose it is, what may be done with it, what is said of it')
    .addHelpText('after', example('lianpu work show WORK', 'lianpu work show WORK --json'))
    .action(
      run(async (cli, id) => {
        const found = await workClient(cli.reading()).find(workId(id));
        return { data: found, text: () => showWork(found) };
      }),
    );

  work
    .command('mint <work>')
    .description('Mint a logged work for its creator, by the proof of its entry; who mints pays the gas')
    .addHelpText('after', example('lianpu work mint WORK --key-file collector.key'))
    .action(
      run(async (cli, id) => {
        const one = workId(id);
        const client = workClient(await cli.sending());
        cli.progress('minting');
        return placed({ workId: one, ...(await client.mint(one)) });
      }),
    );

  work
    .command('transfer <work> <to>')
    .description('Pass the token of a work on; a restricted one only as its regime lets it')
    .addHelpText('after', example('lianpu work transfer WORK 0x… --key-file holder.key'))
    .action(
      run(async (cli, id, account) => {
        const [one, to] = [workId(id), address(account, 'TO')];
        const client = workClient(await cli.sending());
        cli.progress('passing on');
        return placed({ workId: one, to, ...(await client.transfer(one, to)) });
      }),
    );

  work
    .command('attest <holder>')
    .description('Vouch for a holder of restricted tokens, as an accredited registrar')
    .option('--withdraw', 'vouch no longer')
    .addHelpText('after', example('lianpu work attest 0x… --key-file registrar.key'))
    .action(
      run<{ withdraw?: boolean }>(async (cli, account) => {
        const holder = address(account, 'HOLDER');
        const attested = cli.options.withdraw !== true;
        const client = workClient(await cli.sending());
        cli.progress('attesting');
        return placed({ holder, attested, ...(await client.attest(holder, attested)) });
      }),
    );

  work
    .command('accreditation <account>')
    .description('Show what an account is trusted with, and which registrars vouch for it')
    .addHelpText('after', example('lianpu work accreditation 0x…'))
    .action(
      run(async (cli, account) => {
        const found = await workClient(cli.reading()).accreditation(address(account, 'ACCOUNT'));
        return {
          data: found,
          text: () =>
            pairs(
              ['account', found.account],
              ['trusted as', listText(found.roles)],
              ['attested by', listText(found.attestedBy)],
            ),
        };
      }),
    );

  work
    .command('revise-end <work>')
    .description('Bring the end of a derivative up to date with the licences it was made under; anybody may')
    .addHelpText('after', example('lianpu work revise-end WORK --key-file anybody.key'))
    .action(
      run(async (cli, id) => {
        const one = workId(id);
        const client = workClient(await cli.sending());
        cli.progress('revising');
        const origin = await client.reviseEnd(one);
        const { until } = await client.find(one);
        return {
          data: { workId: one, until, ...origin },
          text: () =>
            pairs(
              ['work', `${one}`],
              ['licensable until', until === null ? 'without end' : timeText(until)],
              ['block', `${origin.block}`],
              ['transaction', origin.transaction],
            ),
        };
      }),
    );

  work
    .command('list')
    .description('List works in the order they were registered')
    .option('--kind <kind>', `one of ${kindNames.join(', ')}`)
    .option('--creator <address>', 'works of this creator')
    .option('--limit <count>', 'how many')
    .option('--after <work>', 'works after this one')
    .addHelpText('after', example('lianpu work list --kind opera-mask --limit 10'))
    .action(
      run<{ kind?: string; creator?: string; limit?: string; after?: string }>(async (cli) => {
        const { kind, creator, limit, after } = cli.options;
        const list = await workClient(cli.reading()).list({
          ...(kind === undefined ? {} : { kind: oneOf(kindNames, kind, '--kind') }),
          ...(creator === undefined ? {} : { creator: address(creator, '--creator') }),
          ...(limit === undefined ? {} : { limit: count(limit, '--limit') }),
          ...(after === undefined ? {} : { after: workId(after, '--after') }),
        });
        return { data: list, text: () => showWorks(list.works, list.all) };
      }),
    );
}

type Registered = Awaited<ReturnType<ReturnType<typeof workClient>['register']>>;

function showRegistered({ workId, block, transaction, assistance }: Registered): string {
  return pairs(
    ['work', `${workId}`],
    ['block', `${block}`],
    ['transaction', transaction],
    [
      'assistance',
      assistance === null
        ? null
        : `${sourceCodeOf(assistance.record.summary)}, logged as entry ${assistance.index}`,
    ],
  );
}
