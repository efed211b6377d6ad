import type { Command } from 'commander';
import type { Comparison, Doubt, Example, RuleAt } from '../../odrl/compare/Comparison.ts';
import { constraintText, shortName, valueText } from '../../odrl/compare/constraintText.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { line, pairs } from '../terminal/format.ts';
import { readJson } from '../terminal/readInput.ts';
import { example, run } from '../command/run.ts';
import { documentOf } from '../terms.ts';

/** Would an intended use, written as an ODRL request or policy, fit a licence? */
export function compareCommand(licence: Command): void {
  licence
    .command('compare <terms> <policy>')
    .description(
      'Ask whether an ODRL request or policy fits terms: exits 0 if so, 3 if not, 4 if nobody can tell',
    )
    .option('--ontology <file>', 'how terms lie to each other; those of the profile are known unless given')
    .addHelpText(
      'after',
      example('lianpu licence compare 0x… request.json', 'lianpu licence compare a.json b.json'),
    )
    .action(
      run<{ ontology?: string }>(async (cli, terms, policy) => {
        const session = cli.reading();
        const [a, b] = [await documentOf(session, terms), await documentOf(session, policy)];
        const [{ compare }, { profileOntology }] = await Promise.all([
          import('../../odrl/compare/compare.ts'),
          import('../../terms/profile/profileOntology.ts'),
        ]);
        const { ontology } = cli.options;
        const known = ontology === undefined ? profileOntology : await readJson(ontology);
        const comparison = await compare(a, b, known);
        return {
          data: comparison,
          text: () => showComparison(comparison),
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

function showComparison(comparison: Comparison): string {
  const { verdict, relation } = comparison;
  const clash = comparison.verdict === 'conflict' ? comparison : undefined;
  const doubts = comparison.verdict === 'undecided' ? comparison.because.map(doubtText) : [];
  return pairs(
    ['verdict', verdict],
    ['reason', clash === undefined ? null : clash.reason.replaceAll('-', ' ')],
    ['rules', clash === undefined ? null : `${placeOf(clash.rules.a)} and ${placeOf(clash.rules.b)}`],
    [
      'constraints',
      clash?.constraints === undefined
        ? null
        : line(`${constraintText(clash.constraints.a)}; ${constraintText(clash.constraints.b)}`),
    ],
    ['open', doubts.length === 0 ? null : doubts.join('; ')],
    ['such as', exampleText(comparison.example)],
    ['relation', relation ?? null],
  );
}

function placeOf(rule: RuleAt | undefined): string {
  return rule?.path ?? 'no rule';
}

function exampleText(found: Example | undefined): string | null {
  if (found === undefined) return null;
  const said = found.values.map(
    ({ operand, values }) =>
      `${shortName(operand)} ${values.length === 0 ? 'any other' : values.map(valueText).join(', ')}`,
  );
  return `${said.join('; ')}: the first says ${found.a}, the second ${found.b}`;
}

function doubtText(doubt: Doubt): string {
  const { code } = doubt;
  if (code === 'silent')
    return `the ${doubt.silent === 'a' ? 'first' : 'second'} says nothing of ${shortName(doubt.operand)}`;
  if (code === 'not-understood') return `${doubt.why} ${doubt.name} is not understood`;
  if (code === 'terms-unrelated')
    return `how terms of ${shortName(doubt.operand)} lie is not known: ${(doubt.terms ?? []).join(', ')}`;
  if (code === 'membership-unknown') return `whether ${doubt.names[1]} is in ${doubt.names[0]} is not known`;
  return code.replaceAll('-', ' ');
}
