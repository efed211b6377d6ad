import type { Command } from 'commander';
import type { Session } from '../sdk/client/session.ts';
import { usageClient, type StatementDraft } from '../sdk/usage.ts';
import { Statement } from '../usage/Statement.ts';
import { native } from '../kernel/values.ts';
import { address, hash } from './arguments.ts';
import { exitCodes } from './exitCodes.ts';
import { pairs } from './format.ts';
import { moneyOf } from './money.ts';
import { readDraft } from './readInput.ts';
import { example, run } from './run.ts';
import { showFiled, showJudgement } from './showStatement.ts';

export function usageCommands(usage: Command): void {
  usage.addHelpText('after', example('lianpu usage judge statement.json --reporter 0x…'));

  usage
    .command('judge <statement>')
    .description(
      'Say line by line what is licensed and what is due; nothing is filed. Exits 3 if a line is not licensed',
    )
    .option('--reporter <address>', 'who used it; else the statement says, or the key')
    .addHelpText('after', example('lianpu usage judge statement.json --reporter 0x…'))
    .action(
      run<{ reporter?: string }>(async (cli, file) => {
        const draft = await readStatement(file);
        const given = cli.options.reporter;
        const reporter = given === undefined ? draft.reporter : address(given, '--reporter');
        const session = reporter === undefined ? await cli.signing() : cli.reading();
        const asked = reporter === undefined ? draft : { ...draft, reporter };
        const judgement = await usageClient(session).judge(asked);
        return {
          data: judgement,
          text: async () => showJudgement(judgement, await moneyOf(session, [judgement.currency])),
          exitCode: judgement.unlicensed > 0 ? exitCodes.denied : exitCodes.done,
        };
      }),
    );

  usage
    .command('file <statement>')
    .description('File a statement of yours on the chain, where it is judged for good')
    .addHelpText('after', example('lianpu usage file statement.json --key-file platform.key'))
    .action(
      run(async (cli, file) => {
        const draft = await readStatement(file);
        const session = await cli.sending();
        cli.progress('filing');
        return filed(session, await usageClient(session).file(draft));
      }),
    );

  usage
    .command('pay <statement>')
    .description('Pay what is due for a statement of yours, to each work its part')
    .addHelpText('after', example('lianpu usage pay 0x… --key-file platform.key'))
    .action(
      run(async (cli, id) => {
        const statementId = hash(id, 'STATEMENT');
        const session = await cli.sending();
        cli.progress('paying');
        const { block, transaction } = (await usageClient(session).pay(statementId)) ?? {
          block: null,
          transaction: null,
        };
        return {
          data: { statementId, block, transaction },
          text: () =>
            block === null
              ? 'nothing is due any more'
              : pairs(['statement', statementId], ['block', `${block}`], ['transaction', `${transaction}`]),
        };
      }),
    );

  usage
    .command('show <statement>')
    .description('Show a statement that was filed, how it was judged and what was paid')
    .addHelpText('after', example('lianpu usage show 0x…'))
    .action(
      run(async (cli, id) => {
        const session = cli.reading();
        return filed(session, await usageClient(session).find(hash(id, 'STATEMENT')));
      }),
    );
}

function filed(session: Session, statement: Parameters<typeof showFiled>[0]) {
  return {
    data: statement,
    text: async () => showFiled(statement, await moneyOf(session, [statement.currency])),
  };
}

/** A statement as a platform writes it; version and reporter may be left out. */
async function readStatement(file: string): Promise<StatementDraft> {
  const complete = (value: Record<string, unknown>) => ({ version: 1, reporter: native, ...value });
  const { currency, period, lines, reporter } = await readDraft(file, Statement, complete);
  return { currency, period, lines, ...(reporter === undefined ? {} : { reporter }) };
}
