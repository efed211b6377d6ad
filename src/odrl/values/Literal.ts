import { LedgerError } from '../../kernel/LedgerError.ts';
import { message, type MessageId } from '../../messages/Message.ts';
import { parseDuration, compareDurations, type Duration } from './duration.ts';
import { compareMoments, parseMoment, type Moment } from './moment.ts';
import { compareNumbers, parseNumber, type Decimal } from './number.ts';
import type { Value } from '../Policy.ts';
import { prefixes, type ValueKind } from '../vocabulary.ts';
import { describeValue } from '../../kernel/json/describeValue.ts';

/** A value as it is compared: numbers, moments and durations exact, in whatever form they were written. */
export type Literal =
  | Decimal
  | Moment
  | Duration
  | { kind: 'boolean'; value: boolean }
  | { kind: 'iri'; iri: string }
  | { kind: 'text'; text: string; language: string | undefined }
  /** Of a datatype that is not known here: the same text is the same value, of another nothing can be told. */
  | { kind: 'other'; text: string; type: string };

const xsd = (name: string) => `${prefixes.xsd}${name}`;
const momentTypes = ['dateTime', 'dateTimeStamp', 'date', 'time', 'gYear', 'gYearMonth'].map(xsd);
const durationTypes = ['duration', 'dayTimeDuration', 'yearMonthDuration'].map(xsd);
const floatTypes = ['double', 'float'].map(xsd);
const wholeTypes = [
  ...[
    'integer',
    'long',
    'int',
    'short',
    'byte',
    'nonNegativeInteger',
    'positiveInteger',
    'nonPositiveInteger',
  ],
  ...['negativeInteger', 'unsignedLong', 'unsignedInt', 'unsignedShort', 'unsignedByte'],
].map(xsd);

/**
 * Reads a value (XML Schema Definition Language 1.1, part 2, section 3).
 *
 * A plain string takes the form that `kind` asks for: JSON-LD makes plain strings of dates that were written without a
 * datatype.
 *
 * @throws LedgerError `policy-invalid` where the text is none of its datatype, or not of the kind.
 *
 * @example
 * readLiteral({ text: '2026-01-01', type: 'http://www.w3.org/2001/XMLSchema#date' }, 'moment')
 * readLiteral({ text: '2026-02-30', type: 'http://www.w3.org/2001/XMLSchema#date' }, 'moment') // policy-invalid
 */
export function readLiteral(value: Value, kind: ValueKind = 'any'): Literal {
  const literal = 'iri' in value ? { kind: 'iri' as const, iri: value.iri } : typed(value, kind);
  if (literal === undefined || !isOf(literal, kind)) {
    throw invalid(expectations[kind], value);
  }
  return literal;
}

/** The same, undefined where it cannot be read. */
export function tryLiteral(value: Value, kind: ValueKind = 'any'): Literal | undefined {
  const literal = 'iri' in value ? { kind: 'iri' as const, iri: value.iri } : typed(value, kind);
  return literal !== undefined && isOf(literal, kind) ? literal : undefined;
}

/**
 * The order of two values: below zero, zero, above zero; undefined where there is none, as between a moment with a zone
 * and one without that are less than 14 hours apart, a month and thirty days, or a number and a text.
 */
export function compareLiterals(one: Literal, other: Literal): number | undefined {
  if (one.kind === 'number') return other.kind === 'number' ? compareNumbers(one, other) : undefined;
  if (one.kind === 'moment' || one.kind === 'time') {
    return one.kind === other.kind ? compareMoments(one, other) : undefined;
  }
  if (one.kind === 'duration') return other.kind === 'duration' ? compareDurations(one, other) : undefined;
  if (one.kind === 'text' && other.kind === 'text' && one.language === other.language) {
    return one.text < other.text ? -1 : one.text === other.text ? 0 : 1;
  }
  return undefined;
}

/** Whether two values are the same; undefined where that cannot be told. Of different kinds none are. */
export function equalLiterals(one: Literal, other: Literal): boolean | undefined {
  if (one.kind === 'iri' || other.kind === 'iri') return toName(one) === toName(other);
  if (one.kind === 'other') {
    return other.kind === 'other' && one.text === other.text && one.type === other.type ? true : undefined;
  }
  if (other.kind === 'other') return undefined;
  if (one.kind !== other.kind) return false;
  if (one.kind === 'boolean') return one.value === (other as typeof one).value;
  if (one.kind === 'text') {
    return one.text === (other as typeof one).text && one.language === (other as typeof one).language;
  }
  if (isNotANumber(one) || isNotANumber(other)) return false;
  const order = compareLiterals(one, other);
  return order === undefined ? undefined : order === 0;
}

function isNotANumber(literal: Literal): boolean {
  return literal.kind === 'number' && Number.isNaN(literal.near);
}

/** An IRI may come as text: `odrl.jsonld` gives the right operand no type. */
function toName(literal: Literal): string | undefined {
  if (literal.kind === 'iri') return literal.iri;
  return literal.kind === 'text' ? literal.text : undefined;
}

function typed(value: { text: string; type: string; language?: string | undefined }, kind: ValueKind) {
  const { text, type } = value;
  if (type === xsd('string') || type === '' || type === `${prefixes.rdf}langString`) {
    return plain(text, kind) ?? { kind: 'text' as const, text, language: value.language?.toLowerCase() };
  }
  if (type === xsd('decimal') || wholeTypes.includes(type)) {
    return parseNumber(text, wholeTypes.includes(type) ? 'integer' : 'decimal');
  }
  if (floatTypes.includes(type)) return parseNumber(text, 'double');
  if (momentTypes.includes(type)) return parseMoment(text, type.slice(prefixes.xsd.length));
  if (durationTypes.includes(type)) return parseDuration(text, type.slice(prefixes.xsd.length));
  if (type === xsd('boolean')) {
    if (text === 'true' || text === '1') return { kind: 'boolean' as const, value: true };
    return text === 'false' || text === '0' ? { kind: 'boolean' as const, value: false } : undefined;
  }
  if (type === xsd('anyURI')) return { kind: 'iri' as const, iri: text };
  return { kind: 'other' as const, text, type };
}

/** What a plain string is to a left operand of a kind. */
function plain(text: string, kind: ValueKind): Literal | undefined {
  if (kind === 'moment') {
    return parseMoment(text, 'dateTime') ?? parseMoment(text, 'date') ?? parseMoment(text, 'time');
  }
  if (kind === 'duration') return parseDuration(text, 'duration');
  if (kind === 'number' || kind === 'count' || kind === 'percentage') return parseNumber(text, 'decimal');
  return undefined;
}

const zero = parseNumber('0', 'integer') as Decimal;
const hundred = parseNumber('100', 'integer') as Decimal;

function isOf(literal: Literal, kind: ValueKind): boolean {
  switch (kind) {
    case 'any':
      return true;
    case 'moment':
      return literal.kind === 'moment' || literal.kind === 'time';
    case 'duration':
      return literal.kind === 'duration';
    case 'number':
      return literal.kind === 'number' && !Number.isNaN(literal.near);
    case 'count':
      return (
        literal.kind === 'number' && literal.scale === 0 && Number.isFinite(literal.near) && literal.near >= 0
      );
    case 'percentage':
      return literal.kind === 'number' && within(literal, zero, hundred);
    default:
      return literal.kind === 'iri' || literal.kind === 'text';
  }
}

function within(literal: Decimal, low: Decimal, high: Decimal): boolean {
  return (compareNumbers(literal, low) ?? -1) >= 0 && (compareNumbers(literal, high) ?? 1) <= 0;
}

const expectations: Record<ValueKind, MessageId<'errors'>> = {
  any: 'errors.literal-any',
  moment: 'errors.literal-moment',
  duration: 'errors.literal-duration',
  number: 'errors.a-number',
  count: 'errors.literal-count',
  percentage: 'errors.literal-percentage',
  concept: 'errors.literal-concept',
  territory: 'errors.literal-territory',
  language: 'errors.a-language-tag',
};

function invalid(expected: MessageId<'errors'>, value: Value): LedgerError {
  const got = describeValue('iri' in value ? value.iri : value.text);
  return new LedgerError('policy-invalid', message('errors.expected', { expected: message(expected), got }), {
    details: { value },
  });
}
