import type { Comparison, Doubt, Example, RuleAt } from '../../odrl/compare/Comparison.ts';
import { constraintText, shortName, valueText } from '../../odrl/compare/constraintText.ts';
import type { Say } from '../command/Say.ts';
import { pairs } from '../terminal/format.ts';

export function describeComparison(comparison: Comparison, say: Say): string {
  const { verdict, relation, example } = comparison;
  const conflict = comparison.verdict === 'conflict' ? comparison : undefined;
  const doubts = comparison.verdict === 'undecided' ? comparison.because : [];
  const { rules, constraints, reason } = conflict ?? {};
  return pairs(
    [say('cli.terms.verdict'), verdict],
    [say('cli.terms.reason'), reason === undefined ? null : say(`cli.terms.conflict-${reason}`)],
    [
      say('cli.terms.rules'),
      rules === undefined
        ? null
        : say('cli.terms.rules-both', { a: ruleText(rules.a, say), b: ruleText(rules.b, say) }),
    ],
    [
      say('cli.terms.constraints'),
      constraints === undefined ? null : `${constraintText(constraints.a)}; ${constraintText(constraints.b)}`,
    ],
    ...doubts.map((doubt) => [say('cli.terms.undecided'), doubtText(doubt, say)] as const),
    [say('cli.terms.example'), example === undefined ? null : exampleText(example, say)],
    [say('cli.terms.relation'), relation === undefined ? null : say(`cli.terms.relation-${relation}`)],
  );
}

function ruleText(rule: RuleAt | undefined, say: Say): string {
  return rule?.path ?? say('cli.terms.no-rule');
}

function exampleText({ values, a, b }: Example, say: Say): string {
  const parts = values.map(({ operand, values: some }) => {
    const text = some.length === 0 ? say('cli.terms.example-any-other') : some.map(valueText).join(', ');
    return `${shortName(operand)} ${text}`;
  });
  return say('cli.terms.example-text', {
    values: parts.join('; '),
    a: say(`cli.terms.stance-${a}`),
    b: say(`cli.terms.stance-${b}`),
  });
}

function doubtText(doubt: Doubt, say: Say): string {
  switch (doubt.code) {
    case 'silent':
      return say('cli.terms.doubt-silent', { side: doubt.silent, operand: shortName(doubt.operand) });
    case 'not-understood':
      return say('cli.terms.doubt-not-understood', { what: doubt.why, name: doubt.name });
    case 'terms-unrelated':
      return say('cli.terms.doubt-terms-unrelated', {
        operand: shortName(doubt.operand),
        terms: (doubt.terms ?? []).join(', '),
      });
    case 'membership-unknown':
      return say('cli.terms.doubt-membership-unknown', { group: doubt.names[0], member: doubt.names[1] });
    case 'nothing-shared':
      return say('cli.terms.doubt-nothing-shared');
    case 'too-complex':
      return say('cli.terms.doubt-too-complex');
  }
}
