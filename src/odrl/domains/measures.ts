import type { Literal } from '../values/Literal.ts';
import type { Value } from '../Policy.ts';
import { odrl, prefixes, type ValueKind } from '../vocabulary.ts';
import { floorDivide } from './Line.ts';

/** How the values of a left operand are laid on a line: as whole numbers of a small unit. */
export interface Measure {
  /** From where to before where a literal goes; the same twice for one that is no stretch. */
  spanOf: (literal: Literal) => { from: bigint; until: bigint } | undefined;
  /** Undefined beyond what can be written. */
  valueOf: (point: bigint) => Value | undefined;
  /** What people count by: 1, a day. */
  unit: bigint;
  floor: bigint | undefined;
  ceiling: bigint | undefined;
  step: bigint | undefined;
  /** No value is behind it; of times the end of the calendar. */
  last: bigint | undefined;
  /** How far off a literal may be either way. */
  marginOf: (literal: Literal) => bigint;
}

/** Numbers of more digits than these are not laid on a line. */
const mostDigits = 1_000;
const day = 86_400_000n;
/** Milliseconds from 1970 to the end of JavaScript's calendar. */
const lastMoment = 8_640_000_000_000_000n;
const hours14 = 14n * 3_600_000n;
const sizes = ['absoluteSize', 'relativeSize', 'resolution'].map(odrl);
const xsd = (name: string) => `${prefixes.xsd}${name}`;

/** The measure of literals that can be laid on one line; undefined where there is none. */
export function toMeasure(
  literals: readonly Literal[],
  kind: ValueKind,
  operand: string,
  digits: number,
): Measure | undefined {
  const kinds = new Set(literals.map((literal) => literal.kind));
  if (kinds.size !== 1) return undefined;
  if (kinds.has('number')) return numbers(literals, kind, operand);
  if (kinds.has('moment')) return moments(literals);
  return kinds.has('duration') ? durations(literals, kind, digits) : undefined;
}

function numbers(literals: readonly Literal[], kind: ValueKind, operand: string): Measure | undefined {
  let scale = 0;
  for (const literal of literals) {
    if (literal.kind !== 'number' || !Number.isFinite(literal.near)) return undefined;
    scale = Math.max(scale, literal.scale);
  }
  if (scale > mostDigits) return undefined;
  const whole = kind === 'count';
  const unit = 10n ** BigInt(scale + 1);
  const isRatio = kind === 'percentage';
  return {
    spanOf(literal) {
      if (literal.kind !== 'number') return undefined;
      const from = literal.digits * 10n ** BigInt(scale - literal.scale + 1);
      return { from, until: from };
    },
    valueOf: (point) => {
      const text = decimalText(point, scale + 1);
      return { text, type: xsd(text.includes('.') ? 'decimal' : 'integer') };
    },
    unit,
    floor: whole || isRatio || sizes.includes(operand) ? 0n : undefined,
    ceiling: isRatio ? 100n * unit : undefined,
    step: whole ? unit : undefined,
    last: undefined,
    marginOf: () => 0n,
  };
}

function moments(literals: readonly Literal[]): Measure {
  const found = literals.flatMap((literal) => (literal.kind === 'moment' ? [literal] : []));
  const digits = Math.max(0, ...found.map(({ rest }) => rest.length));
  const ms = 10n ** BigInt(digits + 1);
  const zoned = found.some((literal) => literal.zoned);
  return {
    spanOf(literal) {
      if (literal.kind !== 'moment') return undefined;
      const from = BigInt(literal.at) * ms + fraction(literal.rest, digits);
      return { from, until: from + BigInt(literal.span) * ms };
    },
    valueOf(point) {
      if (point > lastMoment * ms || point < -lastMoment * ms) return undefined;
      return { text: momentText(point, ms, digits + 1, zoned), type: xsd('dateTime') };
    },
    unit: day * ms,
    floor: undefined,
    ceiling: undefined,
    step: undefined,
    last: lastMoment * ms,
    marginOf: (literal) => (literal.kind === 'moment' && zoned && !literal.zoned ? hours14 * ms : 0n),
  };
}

function durations(literals: readonly Literal[], kind: ValueKind, digits: number): Measure | undefined {
  const found = literals.flatMap((literal) => (literal.kind === 'duration' ? [literal] : []));
  const inMonths = found.some(({ months }) => months > 0);
  if (inMonths && found.some(({ ms, rest }) => ms > 0 || rest !== '')) return undefined;
  const ms = 10n ** BigInt(digits + 1);
  return {
    spanOf(literal) {
      if (literal.kind !== 'duration') return undefined;
      const size = inMonths
        ? BigInt(literal.months) * 10n
        : BigInt(literal.ms) * ms + fraction(literal.rest, digits);
      const from = literal.negative ? -size : size;
      return { from, until: from };
    },
    valueOf: (point) => ({
      text: inMonths ? `P${decimalText(point, 1)}M` : durationText(point, ms, digits + 1),
      type: xsd('duration'),
    }),
    unit: inMonths ? 10n : day * ms,
    floor: kind === 'duration' ? 0n : undefined,
    ceiling: undefined,
    step: inMonths ? 10n : undefined,
    last: undefined,
    marginOf: () => 0n,
  };
}

/** Digits behind the millisecond as tenths of the smallest digit. */
function fraction(rest: string, digits: number): bigint {
  return BigInt(rest.padEnd(digits, '0') || '0') * 10n;
}

function decimalText(point: bigint, scale: number): string {
  const [sign, size] = point < 0n ? ['-', -point] : ['', point];
  const digits = `${size}`.padStart(scale + 1, '0');
  const part = digits.slice(-scale).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -scale)}${part === '' ? '' : `.${part}`}`;
}

function momentText(point: bigint, ms: bigint, digits: number, zoned: boolean): string {
  const whole = floorDivide(point, ms);
  const rest = `${point - whole * ms}`.padStart(digits, '0').replace(/0+$/, '');
  const text = new Date(Number(whole))
    .toISOString()
    .slice(0, -1)
    .replace(/^([+-])0*(\d{4,})/, (_, sign, year) => `${sign === '-' ? '-' : ''}${year}`);
  const exact = rest === '' ? text.replace(/\.000$/, '') : `${text}${rest}`;
  return zoned ? `${exact}Z` : exact;
}

function durationText(point: bigint, ms: bigint, digits: number): string {
  const [sign, size] = point < 0n ? ['-', -point] : ['', point];
  const second = 1000n * ms;
  const [minute, hour] = [60n * second, 3600n * second];
  const days = size / (24n * hour);
  const parts = [
    [(size / hour) % 24n, 'H'],
    [(size / minute) % 60n, 'M'],
  ] as const;
  const seconds = decimalText(size % minute, digits + 3);
  const time = parts.map(([count, mark]) => (count === 0n ? '' : `${count}${mark}`)).join('');
  const clock = `${time}${seconds === '0' ? '' : `${seconds}S`}`;
  if (days === 0n && clock === '') return 'P0D';
  return `${sign}P${days === 0n ? '' : `${days}D`}${clock === '' ? '' : `T${clock}`}`;
}
