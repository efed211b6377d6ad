/**
 * A point or a stretch of the calendar, from `at` on for `span`, both in milliseconds; a dateTime has no span, a date has
 * a day. What is finer than a millisecond are the decimal digits in `rest`, without zeros at the end.
 *
 * Without a zone `at` is as if it were UTC. A `time` is on one day for all.
 */
export interface Moment {
  kind: 'moment' | 'time';
  at: number;
  rest: string;
  span: number;
  zoned: boolean;
}

const day = 86_400_000;
const minute = 60_000;
/** A moment without a zone may be anywhere from 14 hours before to 14 hours behind UTC (XSD 1.1, D.2.1). */
const uncertainty = 14 * 60 * minute;

const zone = String.raw`(Z|[+-]\d\d:\d\d)?`;
const clock = String.raw`(\d\d):(\d\d):(\d\d)(?:\.(\d{1,100}))?`;
const forms: Record<string, RegExp> = {
  dateTime: new RegExp(String.raw`^(-?\d{4,6})-(\d\d)-(\d\d)T${clock}${zone}$`),
  date: new RegExp(String.raw`^(-?\d{4,6})-(\d\d)-(\d\d)${zone}$`),
  time: new RegExp(`^${clock}${zone}$`),
  gYear: new RegExp(String.raw`^(-?\d{4,6})${zone}$`),
  gYearMonth: new RegExp(String.raw`^(-?\d{4,6})-(\d\d)${zone}$`),
};

/**
 * Reads a dateTime, dateTimeStamp, date, time, gYear or gYearMonth (XSD 1.1, 3.3.7 to 3.3.11 and 3.4.28).
 *
 * @returns Undefined for what is none, such as a 30th of February or a second 60.
 */
export function parseMoment(text: string, type: string): Moment | undefined {
  const form = forms[type === 'dateTimeStamp' ? 'dateTime' : type];
  const parts = form?.exec(text);
  if (parts === null || parts === undefined) return undefined;
  const shift = toShift(parts.at(-1));
  if (shift === undefined || (type === 'dateTimeStamp' && parts.at(-1) === undefined)) return undefined;
  const zoned = parts.at(-1) !== undefined;
  if (type === 'time') {
    const of = toTime(parts.slice(1, 5));
    return of && { kind: 'time', at: (of.at % day) - shift, rest: of.rest, span: 0, zoned };
  }
  const month = type === 'gYear' ? '01' : (parts[2] ?? '');
  const start = computeStart(parts[1] ?? '', month, /^g/.test(type) ? '01' : (parts[3] ?? ''));
  if (start === undefined) return undefined;
  if (type === 'dateTime' || type === 'dateTimeStamp') {
    const of = toTime(parts.slice(4, 8));
    return of && { kind: 'moment', at: start + of.at - shift, rest: of.rest, span: 0, zoned };
  }
  return { kind: 'moment', at: start - shift, rest: '', span: toSpan(type, start), zoned };
}

/** A moment in milliseconds since 1970, with a zone. */
export function momentLiteral(at: number): Moment {
  return { kind: 'moment', at, rest: '', span: 0, zoned: true };
}

/**
 * Below zero where all of one is before the other, above zero where it is behind, zero where one is within the other;
 * undefined where they overlap otherwise, and where only one has a zone and they are too close to tell (XSD 1.1, D.2.1).
 */
export function compareMoments(one: Moment, other: Moment): number | undefined {
  if (one.zoned === other.zoned) return compareAt(one, one.at, other, other.at);
  const [early, late] = one.zoned ? [-uncertainty, uncertainty] : [uncertainty, -uncertainty];
  const first = compareAt(one, one.at, other, other.at + early);
  const last = compareAt(one, one.at, other, other.at + late);
  return first === last ? first : undefined;
}

function compareAt(one: Moment, at: number, other: Moment, otherAt: number): number | undefined {
  if (one.span === 0 && other.span === 0) {
    if (at !== otherAt) return at < otherAt ? -1 : 1;
    return one.rest < other.rest ? -1 : one.rest === other.rest ? 0 : 1;
  }
  if (one.span === other.span) return at < otherAt ? -1 : at === otherAt ? 0 : 1;
  const [end, otherEnd] = [at + one.span, otherAt + other.span];
  if (one.span < other.span) {
    if (at >= otherEnd) return 1;
    if (one.span === 0 ? at < otherAt : end <= otherAt) return -1;
    return at >= otherAt && end <= otherEnd ? 0 : undefined;
  }
  const turned = compareAt(other, otherAt, one, at);
  return turned === undefined || turned === 0 ? turned : -turned;
}

/** Milliseconds from 1970 to the start of a day; undefined where there is no such day. */
function computeStart(year: string, month: string, of: string): number | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(of)];
  const date = new Date(0);
  date.setUTCFullYear(y, m - 1, d);
  const at = date.getTime();
  if (Number.isNaN(at) || /^-?0\d{4}/.test(year)) return undefined;
  const same = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return same ? at : undefined;
}

function toSpan(type: string, start: number): number {
  if (type === 'date') return day;
  const end = new Date(start);
  if (type === 'gYear') end.setUTCFullYear(end.getUTCFullYear() + 1);
  else end.setUTCMonth(end.getUTCMonth() + 1);
  return end.getTime() - start;
}

/** Milliseconds of a day; 24:00:00 is the start of the next (3.3.7.1). */
function toTime(parts: (string | undefined)[]): { at: number; rest: string } | undefined {
  const [hour = 0, minutes = 0, seconds = 0] = parts.slice(0, 3).map(Number);
  const fraction = (parts[3] ?? '').replace(/0+$/, '');
  const last = hour === 24 && minutes === 0 && seconds === 0 && fraction === '';
  if ((hour > 23 && !last) || minutes > 59 || seconds > 59) return undefined;
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { at: ((hour * 60 + minutes) * 60 + seconds) * 1000 + thousandths, rest: fraction.slice(3) };
}

/** How far a zone is ahead of UTC, in milliseconds; at most 14 hours. */
function toShift(text: string | undefined): number | undefined {
  if (text === undefined || text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4))];
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * minute;
}
