import type { QuestionnaireItem } from '../../terms/words/questionnaireIn.ts';
import { exitCodes } from '../command/exitCodes.ts';
import type { Say } from '../command/Say.ts';
import { parseAmount } from '../money/GivenAmount.ts';
import { parseShare } from '../money/parseShare.ts';

/** What a terminal asks for; Ctrl-C ends the program. */
export interface Prompts {
  choose(item: QuestionnaireItem): Promise<string>;
  writePrice(): Promise<string>;
  writeShare(): Promise<string>;
}

export function openPrompts(say: Say): Prompts {
  return {
    choose: async ({ text, answers }) => {
      const { select } = await import('@clack/prompts');
      const options = answers.map(({ answer, text: label, consequence }) => ({
        value: answer,
        label,
        hint: consequence,
      }));
      return orExit(await select({ message: text, output: process.stderr, options }));
    },
    writePrice: () => write(say('cli.terms.preset-ask-price'), (given) => void parseAmount(given, '--price')),
    writeShare: () => write(say('cli.terms.preset-ask-share'), (given) => void parseShare(given, '--share')),
  };
}

/** @param check Throws for what is not taken. */
async function write(message: string, check: (given: string) => void): Promise<string> {
  const { text } = await import('@clack/prompts');
  const validate = (given = ''): string | undefined => {
    try {
      check(given);
      return undefined;
    } catch {
      return message;
    }
  };
  return orExit(await text({ message, output: process.stderr, validate }));
}

function orExit(answer: string | symbol): string {
  if (typeof answer === 'symbol') process.exit(exitCodes.interrupted);
  return answer;
}
