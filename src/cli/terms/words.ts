import { Command } from 'commander';
import { pickLanguage } from '../../messages/pickLanguage.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { readTermsDocument } from './readTermsDocument.ts';
import { describeTerms } from './describeTerms.ts';

export function showWords(context: CommandContext): Command {
  const { say, locale, run } = context;
  return new Command('words')
    .argument('<terms>', say('cli.terms.argument-terms'))
    .description(say('cli.terms.words'))
    .addHelpText(
      'after',
      example(say, 'lianpu licence words terms.json --lang id', 'lianpu licence words 0x…'),
    )
    .action(
      run(async (cli, terms) => {
        const session = await cli.open('reader');
        const words = await describeTerms(session, await readTermsDocument(session, terms), context);
        return { data: { language: pickLanguage([locale]), words }, text: () => words.join('\n') };
      }),
    );
}
