import { Command } from 'commander';
import { native } from '../../kernel/values.ts';
import { pickLanguage } from '../../messages/pickLanguage.ts';
import type { AnswerOptions, Answers } from '../../terms/draft/questionnaire.ts';
import type { QuestionnaireItem } from '../../terms/words/questionnaireIn.ts';
import { currency } from '../command/arguments.ts';
import type { Cli } from '../command/Cli.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { parseAmount } from '../money/GivenAmount.ts';
import { parseShare } from '../money/parseShare.ts';
import { toBaseUnits } from '../money/toBaseUnits.ts';
import { blocks } from '../terminal/format.ts';
import { writeNew } from '../terminal/writeNew.ts';
import { openPrompts, type Prompts } from './openPrompts.ts';
import { describeTerms } from './describeTerms.ts';

interface Options {
  change?: string;
  gain?: string;
  ai?: string;
  approve?: string;
  time?: string;
  price?: string;
  currency?: string;
  share?: string;
}

export function draftTerms(context: CommandContext): Command {
  const { say, locale, run } = context;
  return new Command('preset')
    .argument('[file]', say('cli.terms.preset-file'))
    .description(say('cli.terms.preset'))
    .option('--change <answer>', say('cli.terms.preset-change'))
    .option('--gain <answer>', say('cli.terms.preset-gain'))
    .option('--ai <answer>', say('cli.terms.preset-ai'))
    .option('--approve <answer>', say('cli.terms.preset-approve'))
    .option('--time <answer>', say('cli.terms.preset-time'))
    .option('--price <amount>', say('cli.terms.preset-price'))
    .option('--currency <address>', say('cli.terms.preset-currency'))
    .option('--share <share>', say('cli.terms.preset-share'))
    .addHelpText('after', example(say, ...examples))
    .action(
      run<Options>(async (cli, file) => {
        const { draftFromAnswers } = await import('../../terms/draft/questionnaire.ts');
        const { questionnaireIn } = await import('../../terms/words/questionnaireIn.ts');
        const questionnaire = questionnaireIn(pickLanguage([locale]));
        const isAsking = process.stdin.isTTY && process.stderr.isTTY && cli.options.json !== true;
        const prompts = isAsking ? openPrompts(say) : undefined;
        const answers = await readAnswers(cli.options, questionnaire, prompts);
        const draft = draftFromAnswers(answers, await readAnswerOptions(cli, answers, prompts));
        const { composeTerms } = await import('../../terms/Terms.ts');
        const { TermsDraft } = await import('../../terms/draft/TermsDraft.ts');
        const { document } = composeTerms(TermsDraft.parse(draft));
        const words = await describeTerms(await cli.open('reader'), document, context);
        const text = JSON.stringify(draft, null, 2);
        if (file !== undefined) await writeNew(file, `${text}\n`);
        return {
          data: { draft, words },
          text: () => blocks(describeConsequences(questionnaire, answers), words.join('\n'), file ?? text),
        };
      }),
    );
}

const examples = [
  'lianpu licence preset terms.json',
  'lianpu licence preset --change no --gain price --price 0.02 --ai no --approve no --time year --json',
];

/** The answers given by options, and on a terminal those to the other questions. */
async function readAnswers(
  options: Options,
  questionnaire: readonly QuestionnaireItem[],
  prompts: Prompts | undefined,
): Promise<Partial<Answers>> {
  const answers: Record<string, string> = {};
  for (const item of questionnaire) {
    const given = options[item.name] ?? (await prompts?.choose(item));
    if (given !== undefined) answers[item.name] = given;
  }
  return answers;
}

async function readAnswerOptions(
  cli: Cli<Options>,
  { gain }: Partial<Answers>,
  prompts: Prompts | undefined,
): Promise<AnswerOptions> {
  const { currency: token, price = gain === 'no' ? undefined : await prompts?.writePrice() } = cli.options;
  const { share = gain === 'share' ? await prompts?.writeShare() : undefined } = cli.options;
  const paidIn = token === undefined ? native : currency(token);
  const amount = price === undefined ? undefined : parseAmount(price, '--price');
  const revenueShareBps = share === undefined ? undefined : parseShare(share, '--share');
  const where = { currency: paidIn, name: '--price' };
  return {
    ...(amount === undefined
      ? {}
      : { price: `${await toBaseUnits(await cli.open('reader'), amount, where)}` }),
    ...(revenueShareBps === undefined ? {} : { revenueShareBps }),
    ...(token === undefined ? {} : { currency: paidIn }),
  };
}

function describeConsequences(
  questionnaire: readonly QuestionnaireItem[],
  answers: Partial<Answers>,
): string {
  return questionnaire
    .map(({ name, text, answers: known }) => {
      const chosen = known.find(({ answer }) => answer === answers[name]);
      return `${text} ${chosen?.text ?? ''}. ${chosen?.consequence ?? ''}`;
    })
    .join('\n');
}
