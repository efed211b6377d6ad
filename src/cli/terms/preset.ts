import type { Command } from 'commander';
import type { AnswerOptions, Answers, QuestionnaireItem } from '../../terms/draft/questionnaire.ts';
import type { Language } from '../../terms/languages.ts';
import { amount, bps, currency } from '../command/arguments.ts';
import type { Cli } from '../command/Cli.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { blocks } from '../terminal/format.ts';
import { example, run } from '../command/run.ts';
import { languageOf, wordsOf } from '../terms.ts';
import { writeNew } from '../terminal/writeNew.ts';

interface Options {
  change?: string;
  gain?: string;
  ai?: string;
  approve?: string;
  time?: string;
  price?: string;
  currency?: string;
  share?: string;
  language?: string;
}

/** Terms by five questions. */
export function presetCommand(licence: Command): void {
  licence
    .command('preset [file]')
    .description('Find your terms by five questions, and write them to a file to offer')
    .option('--change <answer>', 'may others change it? no, shareAlike, yes')
    .option('--gain <answer>', 'may it be sold or used for gain? no, price, share')
    .option('--ai <answer>', 'may AI be trained on it? no, study, yes')
    .option('--approve <answer>', 'do you approve everybody first? yes, no')
    .option('--time <answer>', 'how long does a licence last? year, endless')
    .option('--price <amount>', 'of gain: in the smallest unit of the currency')
    .option('--currency <address>', 'of gain: an ERC-20 token, or native')
    .option('--share <bps>', 'of the gain share: what is owed of revenue, in basis points')
    .option('--language <language>', 'of the questions and the words: en, zh, id')
    .addHelpText(
      'after',
      example(
        'lianpu licence preset terms.json',
        'lianpu licence preset --change no --gain no --ai no --approve no --time year --json',
      ),
    )
    .action(
      run<Options>(async (cli, file) => {
        const { draftFromAnswers, questionnaire } = await import('../../terms/draft/questionnaire.ts');
        const language = languageOf(cli.options.language);
        const answers = await answered(cli, questionnaire, language);
        const draft = draftFromAnswers(answers, await optionsOf(cli, answers));
        const { composeTerms, TermsDraft } = await import('../../terms/Terms.ts');
        const { document } = composeTerms(TermsDraft.parse(draft));
        const words = await wordsOf(cli.reading(), document, language);
        const text = JSON.stringify(draft, null, 2);
        if (file !== undefined) await writeNew(file, `${text}\n`);
        return {
          data: { draft, words },
          text: () => blocks(consequences(questionnaire, answers, language), words.join('\n'), file ?? text),
        };
      }),
    );
}

/** The answers given by options, and on a terminal those to the questions that are left. */
async function answered(
  cli: Cli<Options>,
  questionnaire: readonly QuestionnaireItem[],
  language: Language,
): Promise<Partial<Answers>> {
  const answers: Record<string, string> = {};
  for (const { name, text, answers: known } of questionnaire) {
    const given =
      cli.options[name] ?? (isAsking(cli) ? await choose(text[language], known, language) : undefined);
    if (given !== undefined) answers[name] = given;
  }
  return answers;
}

async function optionsOf(cli: Cli<Options>, { gain }: Partial<Answers>): Promise<AnswerOptions> {
  const { price, currency: token, share } = cli.options;
  const needs = gain === 'price' || gain === 'share';
  const asked = async (given: string | undefined, wanted: boolean, message: string) =>
    given ?? (wanted && isAsking(cli) ? await write(message) : undefined);
  const paid = await asked(price, needs, 'The price, in the smallest unit of the currency');
  const owed = await asked(share, gain === 'share', 'The share of revenue, in basis points: 500 is 5 %');
  return {
    ...(paid === undefined ? {} : { price: `${amount(paid, '--price')}` }),
    ...(owed === undefined ? {} : { revenueShareBps: bps(owed, '--share') }),
    ...(token === undefined ? {} : { currency: currency(token) }),
  };
}

function consequences(
  questionnaire: readonly QuestionnaireItem[],
  answers: Partial<Answers>,
  language: Language,
): string {
  return questionnaire
    .map(({ name, text, answers: known }) => {
      const chosen = known.find(({ answer }) => answer === answers[name]);
      return `${text[language]} ${chosen?.text[language] ?? ''}. ${chosen?.consequence[language] ?? ''}`;
    })
    .join('\n');
}

function isAsking(cli: Cli<Options>): boolean {
  return process.stdin.isTTY && process.stderr.isTTY && cli.options.json !== true;
}

async function choose(
  message: string,
  known: QuestionnaireItem['answers'],
  language: Language,
): Promise<string> {
  const { isCancel, select } = await import('@clack/prompts');
  const answer = await select({
    message,
    output: process.stderr,
    options: known.map(({ answer: value, text, consequence }) => ({
      value,
      label: text[language],
      hint: consequence[language],
    })),
  });
  if (isCancel(answer)) process.exit(exitCodes.interrupted);
  return answer;
}

async function write(message: string): Promise<string> {
  const { isCancel, text } = await import('@clack/prompts');
  const answer = await text({
    message,
    output: process.stderr,
    validate: (given) => (/^\d+$/.test(given ?? '') ? undefined : 'a whole number'),
  });
  if (isCancel(answer)) process.exit(exitCodes.interrupted);
  return answer;
}
