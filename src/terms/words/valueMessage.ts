import type { AtomicConstraint, Value } from '../../odrl/Policy.ts';
import { isTerritory } from '../../odrl/territories/territories.ts';
import { message, type Message } from '../../messages/Message.ts';
import { odrl, parseCurrencyIri } from '../profile/profile.ts';
import type { Money } from './Money.ts';
import { termName } from './termName.ts';

/** A value as its left operand means it. */
export function valueMessage(value: Value, of: AtomicConstraint, money: Money): Message | string {
  if ('iri' in value) return termName(value.iri);
  const { text, type, language } = value;
  if (of.leftOperand === odrl('spatial') && isTerritory(text)) return territoryMessage(text);
  if (of.leftOperand === odrl('language')) {
    return message('terms.language', { name: { language: text }, tag: text });
  }
  if (type.endsWith('#duration') || type.endsWith('#dayTimeDuration')) return durationMessage(text);
  if (type.endsWith('#boolean')) return message(text === 'true' ? 'terms.yes' : 'terms.no');
  if (of.unit !== undefined) {
    const currency = parseCurrencyIri(of.unit);
    if (currency !== undefined && /^\d+$/.test(text)) return money.amount(BigInt(text), currency);
    return message('terms.measure', { number: text, unit: termName(of.unit) });
  }
  return language === undefined ? text : message('terms.quoted-in', { text, language });
}

const sizes = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A length of time in its largest whole unit. */
export function timeMessage(seconds: number): Message<'terms'> {
  const [unit, size] = sizes.find(([, one]) => seconds > 0 && seconds % one === 0) ?? ['second', 1];
  return message(`terms.time-${unit}`, { count: seconds / size });
}

/** A duration of days, hours, minutes and seconds; any other as it is written. */
function durationMessage(text: string): Message<'terms'> | string {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (parts === null) return text;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number((part as string | undefined) ?? 0));
  return timeMessage(((days * 24 + hours) * 60 + minutes) * 60 + seconds);
}

function territoryMessage(code: string): Message<'terms'> {
  const [country = code] = code.split('-');
  const name = { region: country };
  return country === code
    ? message('terms.territory', { name, code })
    : message('terms.subdivision', { code, country: name });
}
