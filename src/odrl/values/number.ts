/**
 * A number: `digits` divided by ten `scale` times; of what is no number or endless only `near` counts.
 *
 * `near` is the closest double, and the number itself where `exact`.
 */
export interface Decimal {
  kind: 'number';
  near: number;
  exact: boolean;
  digits: bigint;
  scale: number;
}

const decimalForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const doubleForm = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:[eE]([+-]?\d{1,3}))?$/;
const endless: Record<string, number> = { INF: Infinity, '+INF': Infinity, '-INF': -Infinity, NaN: NaN };
/** Of more digits than these nobody writes a number, and comparing would take long. */
const mostDigits = 1_000;

/**
 * Reads a number (XSD 1.1, 3.3.3 to 3.3.5). A double is what its text says, not the closest of IEEE 754, so that `0.1`
 * is a tenth in whatever datatype it came.
 *
 * @returns Undefined for what is none.
 */
export function parseNumber(text: string, type: 'integer' | 'decimal' | 'double'): Decimal | undefined {
  if (text.length > mostDigits) return undefined;
  if (type === 'double' && text in endless) {
    return { kind: 'number', near: endless[text] ?? NaN, exact: false, digits: 0n, scale: 0 };
  }
  const [, mantissa, exponent = '0'] = (type === 'double' ? doubleForm.exec(text) : [text, text]) ?? [];
  if (mantissa === undefined || !decimalForm.test(mantissa)) return undefined;
  if (type === 'integer' && !/^[+-]?\d+$/.test(mantissa)) return undefined;
  const near = Number(text);
  if (!Number.isFinite(near)) return { kind: 'number', near, exact: false, digits: 0n, scale: 0 };
  if (Number.isSafeInteger(near) && /^[+-]?\d+$/.test(text)) {
    return { kind: 'number', near: near + 0, exact: true, digits: BigInt(near), scale: 0 };
  }
  return scaled(mantissa, Number(exponent), near);
}

/** Below zero, zero or above; undefined where one is no number. */
export function compareNumbers(one: Decimal, other: Decimal): number | undefined {
  if (one.near < other.near) return -1;
  if (one.near > other.near) return 1;
  if (Number.isNaN(one.near) || Number.isNaN(other.near)) return undefined;
  if ((one.exact && other.exact) || !Number.isFinite(one.near)) return 0;
  // The closest doubles are the same: only the digits tell.
  const scale = Math.max(one.scale, other.scale);
  const left = one.digits * 10n ** BigInt(scale - one.scale);
  const right = other.digits * 10n ** BigInt(scale - other.scale);
  return left < right ? -1 : left === right ? 0 : 1;
}

function scaled(mantissa: string, exponent: number, near: number): Decimal {
  const [whole = '', part = ''] = mantissa.split('.');
  const fraction = part.replace(/0+$/, '');
  let digits = BigInt(`${whole.replace(/^\+/, '')}${fraction}` || '0');
  let scale = fraction.length - exponent;
  if (scale < 0) {
    digits *= 10n ** BigInt(-scale);
    scale = 0;
  }
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { kind: 'number', near, exact: false, digits, scale };
}
