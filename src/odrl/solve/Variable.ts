import type { Value } from '../Policy.ts';
import type { Domain, Mode } from './Domain.ts';

/** Something that has one value in a use: a left operand, the action, the asset, the party. */
export interface Variable {
  key: string;
  /** IRI of the left operand, or `action`, `target`, `assignee`. */
  operand: string;
  domains: Record<Mode, Domain | undefined>;
  /** A value of a domain in the words of the operand; none is a value that neither policy names, of a set several. */
  example: (domain: Domain, atLeast?: bigint) => Value[];
  /** Why nothing can be told of it, if so. */
  obscure: Obscurity | undefined;
  /** Whether every atom is known on every value of the certain domain. */
  total: boolean;
  /** The terms that are named of it, if those are its values. */
  names?: readonly string[] | undefined;
  /** On a line: the lowest and the highest value of a domain, and whether it has them. */
  ends?: ((domain: Domain) => Ends) | undefined;
}

export interface Ends {
  low: bigint;
  lowHeld: boolean;
  high: bigint | undefined;
  highHeld: boolean;
}

export type Obscurity = 'operator' | 'kinds' | 'units' | 'property' | 'value';
