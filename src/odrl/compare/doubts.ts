import { odrl } from '../vocabulary.ts';
import { opaqueDomain } from '../domains/CellDomain.ts';
import type { Doubt } from './Comparison.ts';
import type { Domain } from '../solve/Domain.ts';
import { variablesIn, type Formula } from '../solve/Formula.ts';
import type { Variable } from '../solve/Variable.ts';
import type { World } from './World.ts';

/** Operands that one of two formulas speaks of and the other, of `silent`, does not, nor of what bounds them. */
export function silentOn({ space }: World, speaking: Formula, quiet: Formula): Map<string, Variable[]> {
  const computeRoot = (variable: Variable): string => {
    const link = space.links.find(({ parts, within }) => within === variable || parts.includes(variable));
    return link === undefined ? `${variable.key.split(' ')[0]} ${variable.operand}` : link.within.key;
  };
  const said = new Set([...variablesIn(quiet)].map(computeRoot));
  const found = new Map<string, Variable[]>();
  for (const variable of variablesIn(speaking)) {
    if (variable.obscure === 'property' || said.has(computeRoot(variable))) continue;
    found.set(variable.operand, [...(found.get(variable.operand) ?? []), variable]);
  }
  return found;
}

/** A model in which nothing is known of some variables. */
export function listUnknown(variables: Iterable<Variable>): Map<Variable, Domain> {
  return new Map([...variables].map((variable) => [variable, opaqueDomain('certain')]));
}

/** Why a formula may hold and is not known to. */
export function doubtsIn({ hierarchy }: World, formula: Formula): Doubt[] {
  const doubts: Doubt[] = [];
  for (const variable of variablesIn(formula)) {
    const { obscure, operand, total } = variable;
    if (obscure !== undefined) doubts.push({ code: 'not-understood', name: toName(variable), why: obscure });
    else if (!total && variable.ends !== undefined) {
      doubts.push({ code: 'not-understood', name: operand, why: 'value' });
    } else if (!total && operand === odrl('action')) {
      doubts.push({ code: 'not-understood', name: operand, why: 'action' });
    } else if (!total) {
      const names = variable.names ?? [];
      const isOpen = (one: string, other: string) =>
        !hierarchy.isRelated(one, other) && !hierarchy.areDisjoint(one, other);
      const pairs = names.flatMap((one, at) =>
        names.slice(at + 1).map((other) => [one, other] as [string, string]),
      );
      doubts.push({
        code: 'terms-unrelated',
        operand,
        terms: pairs.slice(0, 10_000).find(([one, other]) => isOpen(one, other)),
      });
    }
  }
  return doubts;
}

function toName({ key, operand, obscure }: Variable): string {
  return obscure === 'operator' ? (key.split(' ').at(-1) ?? operand) : operand;
}
