import type { AtomicConstraint, Constraint, Value } from '../../odrl/Policy.ts';
import { native, type Hex } from '../../kernel/values.ts';
import { odrl } from '../profile/profile.ts';
import type { Language } from '../languages.ts';
import { isTerritory } from '../../odrl/territories/territories.ts';
import { labelOf } from './labelOf.ts';
import { phrases } from './phrases.ts';

/** What a speaker needs: the language, and how an amount in the smallest unit of a currency is written. */
export interface Speaker {
  language: Language;
  money?: ((amount: bigint, currency: Hex) => string) | undefined;
}

/** A constraint as a condition, in the middle of a sentence. */
export function conditionWords(constraint: Constraint, speaker: Speaker): string {
  const says = phrases[speaker.language];
  if ('logic' in constraint) {
    const alike = constraint.logic === 'or' ? mergedAlike(constraint.constraints) : undefined;
    if (alike !== undefined) return relationWords(alike, speaker, says.or);
    const parts = constraint.constraints.map((one) => conditionWords(one, speaker));
    return says.logic[constraint.logic](says.narrowed('', parts.join(says.semicolon)).trim());
  }
  return relationWords(constraint, speaker, says.comma);
}

function relationWords(constraint: AtomicConstraint, speaker: Speaker, between: string): string {
  const says = phrases[speaker.language];
  const { leftOperand, operator, right } = constraint;
  const values = right.map((value) => valueWords(value, constraint, speaker)).join(between);
  if (leftOperand === odrl('dateTime') && operator === odrl('gteq')) return says.from(values);
  if (leftOperand === odrl('dateTime') && operator === odrl('lteq')) return says.until(values);
  const name = labelOf(leftOperand, speaker.language) ?? leftOperand;
  const term = operator.slice(odrl('').length);
  const short = right.length === 1 ? (ofOne[term] ?? term) : term;
  const relation =
    operator.startsWith(odrl('')) && Object.hasOwn(says.operators, short) ? says.operators[short] : undefined;
  return relation === undefined ? `${name} ${operator} ${values}` : relation(name, values);
}

/** What an operator on several values is of one. */
const ofOne: Partial<Record<string, string>> = { isAnyOf: 'eq', isAllOf: 'eq', isNoneOf: 'neq' };

/** Alternatives of one left operand by one operator, as one: "within China or Asia". */
function mergedAlike(parts: readonly Constraint[]): AtomicConstraint | undefined {
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

/** A value as its left operand means it. */
export function valueWords(value: Value, of: AtomicConstraint, speaker: Speaker): string {
  const { language } = speaker;
  const says = phrases[language];
  if ('iri' in value) return labelOf(value.iri, language) ?? value.iri;
  const { text, type } = value;
  if (of.leftOperand === odrl('spatial') && isTerritory(text)) return territoryWords(text, language);
  if (of.leftOperand === odrl('language')) return languageWords(text, language);
  if (type.endsWith('#duration') || type.endsWith('#dayTimeDuration')) return durationWords(text, language);
  if (type.endsWith('#boolean')) return text === 'true' ? says.yes : says.no;
  if (of.unit !== undefined) {
    const currency = currencyOf(of.unit);
    if (currency !== undefined && /^\d+$/.test(text)) return moneyWords(BigInt(text), currency, speaker);
    return `${text} ${labelOf(of.unit, language) ?? of.unit}`;
  }
  return value.language === undefined ? text : `“${text}” (${value.language})`;
}

/** The currency that a unit names; undefined for any other unit. */
export function currencyOf(unit: string): Hex | undefined {
  if (unit === 'urn:lianpu:currency:native') return native;
  const [, address] = /^urn:lianpu:currency:(0x[0-9a-f]{40})$/.exec(unit) ?? [];
  return address as Hex | undefined;
}

function moneyWords(amount: bigint, currency: Hex, { language, money }: Speaker): string {
  if (money !== undefined) return money(amount, currency);
  return phrases[language].smallest(`${amount}`, currencyWords(currency, language));
}

export function currencyWords(currency: Hex, language: Language): string {
  const says = phrases[language];
  return currency === native ? says.ownCurrency : says.token(currency);
}

/** A duration of days, hours, minutes and seconds in its largest whole unit; any other as it is written. */
function durationWords(text: string, language: Language): string {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (parts === null) return text;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number((part as string | undefined) ?? 0));
  const all = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  const sizes = { day: 86_400, hour: 3_600, minute: 60, second: 1 } as const;
  const unit =
    (['day', 'hour', 'minute'] as const).find((one) => all > 0 && all % sizes[one] === 0) ?? 'second';
  return phrases[language].time(all / sizes[unit], unit);
}

function territoryWords(code: string, language: Language): string {
  const [country = code] = code.split('-');
  const name = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(country) ?? country;
  return country === code ? `${name} (${code})` : `${code} (${name})`;
}

function languageWords(tag: string, language: Language): string {
  try {
    const name = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
    return `${name} (${tag})`;
  } catch {
    return tag;
  }
}
