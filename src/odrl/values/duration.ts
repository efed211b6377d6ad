/** A duration: whole months, and milliseconds with finer decimal digits in `rest`; one sign for both (XSD 1.1, 3.3.6). */
export interface Duration {
  kind: 'duration';
  months: number;
  ms: number;
  rest: string;
  negative: boolean;
}

const form =
  /^(-?)P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,8})D)?(T(?:(\d{1,9})H)?(?:(\d{1,10})M)?(?:(\d{1,12})(?:\.(\d{1,100}))?S)?)?$/;
const day = 86_400_000;
/** The calendar of JavaScript ends 270,000 years from here. */
const mostMonths = 100_000 * 12;
const mostMs = 100_000 * 366 * day;

/**
 * Reads a duration, dayTimeDuration or yearMonthDuration (XSD 1.1, 3.3.6, 3.4.26, 3.4.27); `P4W` of ISO 8601, too.
 *
 * @returns Undefined for what is none.
 */
export function parseDuration(text: string, type: string): Duration | undefined {
  const weeks = /^(-?)P(\d{1,7})W$/.exec(text);
  if (weeks) return of(0, Number(weeks[2]) * 7 * day, '', weeks[1] === '-');
  const parts = form.exec(text);
  if (parts === null || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [years = 0, months = 0, days = 0] = [parts[2], parts[3], parts[4]].map((part) => Number(part ?? 0));
  const [hours = 0, minutes = 0, seconds = 0] = [parts[6], parts[7], parts[8]].map((part) =>
    Number(part ?? 0),
  );
  const fraction = (parts[9] ?? '').replace(/0+$/, '');
  if (type === 'dayTimeDuration' && (parts[2] !== undefined || parts[3] !== undefined)) return undefined;
  if (type === 'yearMonthDuration' && (parts[4] !== undefined || parts[5] !== undefined)) return undefined;
  const ms =
    days * day + ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
  return of(years * 12 + months, ms, fraction.slice(3), parts[1] === '-');
}

/** From these four a month is as long as it can be and as short (3.3.6.1). */
const references = ['1696-09-01', '1697-02-01', '1903-03-01', '1903-07-01'].map((date) => new Date(date));

/**
 * Below zero, zero or above; undefined where the order depends on which months are meant: a month is more than 27 days,
 * less than 32, and neither more nor less than 30.
 */
export function compareDurations(one: Duration, other: Duration): number | undefined {
  if (one.months === other.months && one.negative === other.negative) {
    const order = one.ms === other.ms ? compareRest(one.rest, other.rest) : one.ms < other.ms ? -1 : 1;
    return order === 0 ? 0 : one.negative ? -order : order;
  }
  const orders = references.map((from) => {
    const [end, otherEnd] = [toEnd(from, one), toEnd(from, other)];
    if (end !== otherEnd) return end < otherEnd ? -1 : 1;
    return compareRest(signed(one), signed(other));
  });
  const [first] = orders;
  return orders.every((order) => order === first) ? first : undefined;
}

function of(months: number, ms: number, rest: string, negative: boolean): Duration | undefined {
  if (months > mostMonths || ms > mostMs) return undefined;
  const nothing = months === 0 && ms === 0 && rest === '';
  return { kind: 'duration', months, ms, rest, negative: negative && !nothing };
}

function toEnd(from: Date, { months, ms, negative }: Duration): number {
  const end = new Date(from);
  const sign = negative ? -1 : 1;
  end.setUTCMonth(end.getUTCMonth() + sign * months);
  return end.getTime() + sign * ms;
}

/** Digits behind the millisecond; of a negative one those that are missing to it come first in order. */
function signed({ rest, negative }: Duration): string {
  return negative ? `-${rest}` : rest;
}

function compareRest(one: string, other: string): number {
  if (one === other) return 0;
  const [minus, otherMinus] = [one.startsWith('-'), other.startsWith('-')];
  if (minus !== otherMinus) return one.length + other.length === 1 ? 0 : minus ? -1 : 1;
  return one < other === minus ? 1 : -1;
}
