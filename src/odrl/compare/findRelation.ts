import type { Relation } from './Comparison.ts';
import { all, any, not, type Formula } from '../solve/Formula.ts';
import type { Side, World } from './World.ts';

/**
 * How what one policy allows lies to what the other allows, as sets of uses; undefined where it cannot be proven. What a
 * policy does not mention is free in it.
 */
export function findRelation(world: World): Relation | undefined {
  const [a, b] = [listUses(world, 'a'), listUses(world, 'b')];
  const isPossible = (formula: Formula) => world.solve(formula, 'possible') !== undefined;
  const isCertain = (formula: Formula) => world.solve(formula, 'certain') !== undefined;
  const isWithin = !isPossible(all(a, not(b)));
  const contains = !isPossible(all(b, not(a)));
  if (isWithin && contains) return 'equal';
  if (!isPossible(all(a, b))) return 'disjoint';
  if (isWithin) return 'within';
  if (contains) return 'contains';
  return isCertain(all(a, b)) && isCertain(all(a, not(b))) && isCertain(all(b, not(a)))
    ? 'overlaps'
    : undefined;
}

/** What a policy permits; what it prohibits or demands where it permits nothing. */
function listUses(world: World, side: Side): Formula {
  const own = world.parts[side];
  if (own.some(({ kind }) => kind === 'permission')) return world.permittedBy(side);
  const prohibited = own.filter(({ kind }) => kind === 'prohibition');
  return any(...(prohibited.length > 0 ? prohibited : own).map(world.formulaOf));
}
