import type { AtomicConstraint, Constraint, Value } from '../../odrl/Policy.ts';
import { message, type Message } from '../../messages/Message.ts';
import { odrl } from '../profile/profile.ts';
import type { Money } from './Money.ts';
import { termName } from './termName.ts';
import { valueMessage } from './valueMessage.ts';

/** A constraint as a condition, in the middle of a sentence. */
export function constraintMessage(constraint: Constraint, money: Money): Message<'terms'> {
  if (!('logic' in constraint)) return relationMessage(constraint, money);
  const { logic, constraints } = constraint;
  const alike = logic === 'or' ? mergeAlike(constraints) : undefined;
  if (alike !== undefined) return relationMessage(alike, money, 'or');
  const parts = { clauses: constraints.map((one) => constraintMessage(one, money)) };
  return message(`terms.logic-${logic}`, { parts });
}

/** The operators that have words. */
export const namedOperators = [
  'eq',
  'neq',
  'lt',
  'lteq',
  'gt',
  'gteq',
  'isA',
  'hasPart',
  'isPartOf',
  'isAllOf',
  'isAnyOf',
  'isNoneOf',
] as const;

/** What an operator on several values is of one. */
const ofOne: Partial<Record<string, string>> = { isAnyOf: 'eq', isAllOf: 'eq', isNoneOf: 'neq' };

function relationMessage(
  constraint: AtomicConstraint,
  money: Money,
  joined: 'and' | 'or' = 'and',
): Message<'terms'> {
  const { leftOperand, operator, right } = constraint;
  const list = right.map((value) => valueMessage(value, constraint, money));
  const term = operator.startsWith(odrl('')) ? operator.slice(odrl('').length) : operator;
  const isChoice = joined === 'or' || term === 'isAnyOf' || term === 'isNoneOf';
  const values = isChoice ? { or: list } : list;
  if (leftOperand === odrl('dateTime') && term === 'gteq') return message('terms.from', { instant: values });
  if (leftOperand === odrl('dateTime') && term === 'lteq') return message('terms.until', { instant: values });
  const operand = termName(leftOperand);
  const short = right.length === 1 ? (ofOne[term] ?? term) : term;
  const known = namedOperators.find((one) => one === short);
  return known === undefined
    ? message('terms.relation-other', { operand, operator, values })
    : message(`terms.relation-${known}`, { operand, values });
}

/** Alternatives of one left operand by one operator, as one: "within China or Asia". */
function mergeAlike(parts: readonly Constraint[]): AtomicConstraint | undefined {
  const [first] = parts;
  if (first === undefined || 'logic' in first) return undefined;
  const right: Value[] = [];
  for (const part of parts) {
    const alike =
      !('logic' in part) && part.leftOperand === first.leftOperand && part.operator === first.operator;
    if (!alike || part.unit !== first.unit || part.right.length !== 1) return undefined;
    right.push(...part.right);
  }
  return first.operator === odrl('isPartOf') || first.operator === odrl('eq')
    ? { ...first, right }
    : undefined;
}
