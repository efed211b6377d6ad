import type { Command } from 'commander';
import { breachNames } from '../terms/Breach.ts';
import type { Session } from '../sdk/client/session.ts';
import { address, hash, oneOf, workId } from './command/arguments.ts';
import { placed } from './terminal/placed.ts';
import { example, run } from './command/run.ts';

/** Licences that were broken: recorded, forgiven, revoked. */
export function breachCommands(licence: Command): void {
  licence
    .command('breach <work> <terms> <licensee>')
    .description('Say that a licensee broke its licence of a work of yours; it has 14 days to cure that')
    .requiredOption('--breach <breach>', `one of ${breachNames.join(', ')}`)
    .requiredOption('--what <text>', 'what happened, with where it can be seen')
    .addHelpText(
      'after',
      example(
        'lianpu licence breach WORK 0x… 0x… --breach unattributed --what "https://…" --key-file painter.key',
      ),
    )
    .action(
      run<{ breach: string; what: string }>(async (cli, id, terms, account) => {
        const held = licenceOf(id, terms, account);
        const breach = oneOf(breachNames, cli.options.breach, '--breach');
        const client = await clientOf(await cli.sending());
        cli.progress('recording');
        const { workId: work, termsId, licensee } = held;
        const recorded = await client.recordBreach(work, termsId, licensee, breach, cli.options.what);
        return placed({ ...held, breach, ...recorded });
      }),
    );

  licence
    .command('forgive <work> <terms> <licensee>')
    .description('Take a recorded breach back: it was cured, or there was none')
    .addHelpText('after', example('lianpu licence forgive WORK 0x… 0x… --key-file painter.key'))
    .action(
      run(async (cli, id, terms, account) => {
        const held = licenceOf(id, terms, account);
        const client = await clientOf(await cli.sending());
        cli.progress('forgiving');
        const origin = await client.forgiveBreach(held.workId, held.termsId, held.licensee);
        return placed({ ...held, ...origin });
      }),
    );

  licence
    .command('revoke <work> <terms> <licensee>')
    .description('End a licence whose recorded breach was not cured in time; nothing is paid back')
    .addHelpText('after', example('lianpu licence revoke WORK 0x… 0x… --key-file painter.key'))
    .action(
      run(async (cli, id, terms, account) => {
        const held = licenceOf(id, terms, account);
        const client = await clientOf(await cli.sending());
        cli.progress('revoking');
        const origin = await client.revoke(held.workId, held.termsId, held.licensee);
        return placed({ ...held, ...origin });
      }),
    );
}

function licenceOf(work = '', terms = '', account = '') {
  return { workId: workId(work), termsId: hash(terms, 'TERMS'), licensee: address(account, 'LICENSEE') };
}

async function clientOf(session: Session) {
  return (await import('../sdk/licence.ts')).licenceClient(session);
}
