import { odrl } from '../vocabulary.ts';
import type { Example, ExampleValue, Stance } from './Comparison.ts';
import { variablesIn, type Formula } from '../solve/Formula.ts';
import { domainIn, type Model } from '../solve/solve.ts';
import type { Shared } from './parts.ts';
import type { Variable } from '../solve/Variable.ts';
import type { World } from './World.ts';

/** One use of those that a model leaves, in values of all operands that a formula speaks of. */
export function findExample(
  world: World,
  formula: Formula,
  model: Model,
  stances: { a: Stance; b: Stance },
  shared?: Shared,
): Example {
  const values: ExampleValue[] = [];
  for (const [name, iri] of Object.entries({
    action: shared?.action,
    target: shared?.target,
    assignee: shared?.assignee,
  })) {
    if (iri !== undefined && iri !== '') values.push({ operand: odrl(name), of: 'use', values: [{ iri }] });
  }
  for (const variable of variablesIn(formula)) {
    const domain = domainIn(model, variable, 'certain');
    // Of what nothing is known there is no example.
    if (domain === undefined || !('cells' in domain)) continue;
    const [scope] = variable.key.split(' ');
    const of = scope === 'action' || scope === 'target' || scope === 'assignee' ? scope : 'use';
    const isAbout = variable.key === scope && scope !== '';
    values.push({
      operand: variable.operand,
      of: isAbout ? 'use' : of,
      values: variable.example(domain, findLeast(world, variable, model)),
    });
  }
  return { values, ...stances };
}

/** What a value has to be at least, for the others that it is linked with to have room. */
function findLeast({ space }: World, variable: Variable, model: Model): bigint | undefined {
  const sums = space.links
    .filter(({ within }) => within === variable)
    .map(({ parts }) =>
      parts.reduce((sum, part) => {
        const domain = domainIn(model, part, 'certain');
        // A stretch without its lowest value needs a little more room.
        const ends = domain && part.ends?.(domain);
        return sum + (ends === undefined ? 0n : ends.lowHeld ? ends.low : ends.low + 1n);
      }, 0n),
    );
  return sums.length === 0 ? undefined : sums.reduce((most, sum) => (sum > most ? sum : most));
}
