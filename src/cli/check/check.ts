import { Command } from 'commander';
import type { Decision } from '../../check/Decision.ts';
import { mediums, purposes } from '../../check/Question.ts';
import { CheckAnswer } from '../../check/receipt/Receipt.ts';
import { industryNames, recipientNames } from '../../terms/profile/profile.ts';
import { useNames } from '../../work/Uses.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { exitCodeOfVerdict, exitCodes } from '../command/exitCodes.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { parseQuestion, type QuestionOptions } from './parseQuestion.ts';
import { listCurrencies, describeDecision } from './describeDecision.ts';
import { writeReceipt } from './writeReceipt.ts';

interface Options extends QuestionOptions {
  explain?: boolean;
  receipt?: string;
}

export function checkUse(context: CommandContext): Command {
  const { say, run } = context;
  const list = (names: readonly string[]) => names.join(', ');
  return new Command('check')
    .argument('[work]', say('cli.argument-work'))
    .description(say('cli.check.check'))
    .option('--token <token>', say('cli.check.token'))
    .option('--file <file>', say('cli.check.file'))
    .option('--hash <hash>', say('cli.check.hash'))
    .option('--licensee <address>', say('cli.check.licensee'))
    .requiredOption('--use <use>', say('cli.check.use', { uses: list(useNames) }))
    .option('--purpose <purpose...>', say('cli.check.purpose', { purposes: list(purposes) }))
    .option('--territory <code...>', say('cli.check.territory'))
    .option('--medium <medium...>', say('cli.check.medium', { mediums: list(mediums) }))
    .option('--industry <industry...>', say('cli.check.industry', { industries: list(industryNames) }))
    .option('--language <tag...>', say('cli.check.language'))
    .option('--recipient <recipient...>', say('cli.check.recipient', { recipients: list(recipientNames) }))
    .option('--time <instant>', say('cli.check.time'))
    .option('--count <number>', say('cli.check.count'))
    .option('--resolution <number>', say('cli.check.resolution'))
    .option('--fact <name=value...>', say('cli.check.fact'))
    .option('--explain', say('cli.check.explain'))
    .option('--receipt <file>', say('cli.check.receipt'))
    .addHelpText('after', `${example(say, ...examples)}\n\n${say('cli.check.check-exits')}`)
    .action(
      run<Options>(async (cli, id) => {
        const { explain, receipt } = cli.options;
        const asked = await parseQuestion(cli.options, id);
        const session = await cli.open('reader');
        // As the SDK asks it, without loading what the rest of a licence's life needs: scripts ask before each use.
        const body = {
          ...asked,
          ...(explain ? { explain } : {}),
          ...(receipt === undefined ? {} : { receipt: true }),
        };
        const decision = await session.http.post(CheckAnswer, '/v1/checks', body);
        if (receipt !== undefined) {
          cli.progress(say('cli.check.receipt-progress'));
          await writeReceipt(session, receipt, decision);
        }
        return {
          data: decision,
          text: async () => {
            const money = await createMoneyFormat(session, listCurrencies(decision), context);
            return describeDecision(decision, money, context);
          },
          exitCode: toExitCode(decision),
        };
      }),
    );
}

const examples = [
  'lianpu licence check WORK --licensee 0x… --use embedInGame && publish',
  'lianpu licence check --file mask.png --licensee 0x… --use display --purpose education --territory ID',
  'lianpu licence check WORK --licensee 0x… --use display --explain --receipt receipt.json',
];

/** A work that is not registered is not found; for all else the verdict decides. */
function toExitCode({ verdict, reason }: Decision): number {
  return reason === 'work-unknown' ? exitCodes.notFound : exitCodeOfVerdict(verdict);
}
