import { Command } from 'commander';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { readJson } from '../terminal/readInput.ts';
import { readTermsDocument } from './readTermsDocument.ts';
import { describeComparison } from './describeComparison.ts';

export function comparePolicies({ say, run }: CommandContext): Command {
  return new Command('compare')
    .argument('<terms>', say('cli.terms.argument-terms'))
    .argument('<policy>', say('cli.terms.compare-policy'))
    .description(say('cli.terms.compare'))
    .option('--ontology <file>', say('cli.terms.compare-ontology'))
    .addHelpText(
      'after',
      example(say, 'lianpu licence compare 0x… request.json', 'lianpu licence compare a.json b.json'),
    )
    .action(
      run<{ ontology?: string }>(async (cli, terms, policy) => {
        const session = await cli.open('reader');
        const a = await readTermsDocument(session, terms);
        const b = await readTermsDocument(session, policy);
        const [{ compare }, { profileOntology }] = await Promise.all([
          import('../../odrl/compare/compare.ts'),
          import('../../terms/profile/profileOntology.ts'),
        ]);
        const { ontology } = cli.options;
        const known = ontology === undefined ? profileOntology : await readJson(ontology);
        const comparison = await compare(a, b, known);
        return {
          data: comparison,
          text: () => describeComparison(comparison, say),
          exitCode: codes[comparison.verdict],
        };
      }),
    );
}

const codes = {
  compatible: exitCodes.done,
  conflict: exitCodes.denied,
  undecided: exitCodes.cannotTell,
} as const;
