import type { AtomicConstraint, Constraint, Rule, Value } from '../../odrl/Policy.ts';
import { native, type Hex } from '../../kernel/values.ts';
import type { Duty } from './Duty.ts';
import { dutyActions, odrl, operands } from '../../terms/profile/profile.ts';

/** A duty as a document states it. */
export interface AskedDuty {
  says: Pick<Duty, 'duty'> &
    Partial<Pick<Duty, 'amount' | 'currency' | 'revenueShareBps' | 'text' | 'action'>>;
  due: Due;
}

/** When a duty is due: at an instant, or counted from when the licence was acquired, once or every so often. */
interface Due {
  /** Seconds since 1970. */
  by: number | undefined;
  /** Seconds. */
  within: number | undefined;
  every: number | undefined;
}

const kinds: ReadonlyMap<string, Duty['duty']> = new Map([
  [dutyActions.attribute, 'attribute'],
  ['http://creativecommons.org/ns#Attribution', 'attribute'],
  [dutyActions.shareAlike, 'share-alike'],
  [odrl('shareAlike'), 'share-alike'],
  [dutyActions.reportUsage, 'report'],
  [dutyActions.obtainConsent, 'obtain-consent'],
  [dutyActions.inform, 'inform'],
]);

/** The duties that the rules of a document come to (ODRL Information Model 2.2, 2.6.3). */
export function askedDuties(rules: readonly Rule[]): AskedDuty[] {
  return rules.flatMap((rule) =>
    rule.actions.map(({ name, refinements }) => {
      const constraints = atomic([...rule.constraints, ...refinements]);
      return { says: saidBy(name, constraints), due: toDue(constraints) };
    }),
  );
}

/**
 * The last second to do it in; null where none is set. What has to be done every so often is due next after `now`.
 *
 * @param since When the licence was acquired.
 */
export function computeDeadline({ by, within, every }: Due, since: number, now: number): number | null {
  if (by !== undefined) return by;
  if (every === undefined || every <= 0) return within === undefined ? null : since + within;
  const periods = Math.max(1, Math.ceil((now - since - (within ?? 0)) / every));
  return since + periods * every + (within ?? 0);
}

function saidBy(name: string, constraints: readonly AtomicConstraint[]): AskedDuty['says'] {
  if (name === dutyActions.compensate || name === odrl('pay')) return compensation(constraints, name);
  const duty = kinds.get(name);
  if (duty === undefined) return { duty: 'other', action: name };
  const text = findRight(constraints, operands.attributionText);
  return { duty, ...(duty === 'attribute' && text !== undefined ? { text } : {}) };
}

function compensation(constraints: readonly AtomicConstraint[], action: string): AskedDuty['says'] {
  const share = constraints.find(({ leftOperand }) => leftOperand === operands.revenueShareBps);
  const amount = constraints.find(({ leftOperand }) => leftOperand === odrl('payAmount'));
  const bps = share === undefined ? Number.NaN : Number(toText(share.right[0]));
  if (share !== undefined && Number.isInteger(bps) && bps >= 0 && bps <= 10_000) {
    return { duty: 'report-and-pay', revenueShareBps: bps, currency: toCurrency(share.unit) };
  }
  const text = amount === undefined ? '' : toText(amount.right[0]);
  const currency = toCurrency(amount?.unit);
  // An amount in something that no chain holds is for people to pay, and to prove.
  if (!/^(0|[1-9]\d{0,77})$/.test(text) || currency === null) return { duty: 'other', action };
  return { duty: 'pay', amount: BigInt(text), currency };
}

/** As `currencyIri` writes it, or the address alone. */
function toCurrency(unit: string | undefined): Hex | null {
  const name = unit?.replace(/^urn:lianpu:currency:/, '').toLowerCase();
  if (name === 'native') return native;
  return name !== undefined && /^0x[0-9a-f]{40}$/.test(name) ? (name as Hex) : null;
}

function toDue(constraints: readonly AtomicConstraint[]): Due {
  const upTo = constraints.filter(({ operator }) =>
    [odrl('lteq'), odrl('lt'), odrl('eq')].includes(operator),
  );
  const text = findRight(upTo, odrl('dateTime'));
  const by = text === undefined ? undefined : toInstant(text);
  return {
    by,
    within: toSeconds(findRight(upTo, odrl('elapsedTime')) ?? findRight(upTo, odrl('delayPeriod'))),
    every: toSeconds(findRight(upTo, odrl('timeInterval'))),
  };
}

function toInstant(text: string): number | undefined {
  const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59Z` : text);
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}

/** A duration in days and less as seconds: months have no length of their own (XSD 1.1, 3.3.6). */
function toSeconds(text: string | undefined): number | undefined {
  const [, days, hours, minutes, seconds] =
    /^P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,10})S)?)?$/.exec(text ?? '') ?? [];
  if ([days, hours, minutes, seconds].every((one) => one === undefined)) return undefined;
  return (
    Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  );
}

function findRight(constraints: readonly AtomicConstraint[], operand: string): string | undefined {
  const found = constraints.find(({ leftOperand }) => leftOperand === operand);
  return found === undefined ? undefined : toText(found.right[0]);
}

function toText(value: Value | undefined): string {
  if (value === undefined) return '';
  return 'iri' in value ? value.iri : value.text;
}

/** Of alternatives none is asked for by itself: only what stands alone or together counts. */
function atomic(constraints: readonly Constraint[]): AtomicConstraint[] {
  return constraints.flatMap((one) => {
    if (!('logic' in one)) return [one];
    return one.logic === 'and' || one.logic === 'andSequence' ? atomic(one.constraints) : [];
  });
}
