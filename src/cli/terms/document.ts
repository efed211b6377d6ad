import { Command } from 'commander';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { readTermsDocument } from './readTermsDocument.ts';

export function printDocument({ say, run }: CommandContext): Command {
  return new Command('document')
    .argument('<terms>', say('cli.terms.argument-terms'))
    .description(say('cli.terms.document'))
    .addHelpText('after', example(say, 'lianpu licence document terms.json > policy.json'))
    .action(
      run(async (cli, terms) => {
        const document = await readTermsDocument(await cli.open('reader'), terms);
        return { data: document, text: () => JSON.stringify(document, null, 2) };
      }),
    );
}
