import type { AtomicConstraint, Rule, Value } from '../../odrl/Policy.ts';
import { odrl, operands } from '../profile/profile.ts';
import { isUnconditional } from './findRequired.ts';

/** What has to be paid for a use: amounts, shares of revenue in basis points, and in which currencies. */
interface Payments {
  prices: string[];
  shares: string[];
  currencies: string[];
  absolute: boolean | 'partly';
}

/** Reads payments out of duties. What depends on something, or cannot be read, is named as it is written. */
export function readPayments(duties: readonly Rule[]): Payments {
  const found: Payments = { prices: [], shares: [], currencies: [], absolute: false };
  for (const duty of duties) {
    for (const action of duty.actions.filter(({ name }) => name === odrl('compensate'))) {
      const parts = [...action.refinements, ...duty.constraints].flatMap(flat);
      const always = isUnconditional({
        ...duty,
        constraints: duty.constraints.filter((one) => !isMoney(one)),
      });
      const say = (text: string) => (always ? text : `${text}, at times`);
      const money = parts.filter(isMoney);
      if (money.length === 0) found.prices.push(say('an amount that is not said'));
      for (const one of money) {
        const [value] = one.right;
        const text = value === undefined ? '' : toAmount(one, value);
        (one.leftOperand === odrl('payAmount') ? found.prices : found.shares).push(say(text));
        found.currencies.push(one.unit ?? 'none');
      }
      const owed = parts.find(({ leftOperand }) => leftOperand === operands.owedByDescendants);
      const [value] = owed?.right ?? [];
      if (value !== undefined) found.absolute = 'text' in value && value.text === 'true' ? true : 'partly';
    }
  }
  return found;
}

/** The currencies, each once; those of no payment are none. */
export function listCurrencies({ currencies }: Payments): string {
  return [...new Set(currencies)].join(' and ') || 'none';
}

function toAmount({ leftOperand, operator }: AtomicConstraint, value: Value): string {
  const text = 'iri' in value ? value.iri : value.text;
  if (operator !== odrl('eq')) return `${operator.replace(odrl(''), '')} ${text}`;
  const number = /^0*(\d+)(?:\.0*)?$/.exec(text)?.[1];
  if (leftOperand !== odrl('percentage')) return number ?? text;
  const [, whole, cents = ''] = /^(\d{1,3})(?:\.(\d{1,2})0*)?$/.exec(text) ?? [];
  return whole === undefined ? `${text} %` : `${Number(whole) * 100 + Number(cents.padEnd(2, '0'))}`;
}

function isMoney(constraint: Rule['constraints'][number]): constraint is AtomicConstraint {
  const leftOperands = [odrl('payAmount'), odrl('percentage'), operands.revenueShareBps];
  return !('logic' in constraint) && leftOperands.includes(constraint.leftOperand);
}

/** Every constraint, however it stands: of alternatives each is a payment of its own. */
function flat(constraint: Rule['constraints'][number]): AtomicConstraint[] {
  return 'logic' in constraint ? constraint.constraints.flatMap(flat) : [constraint];
}
