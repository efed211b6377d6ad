import type { Check } from '../../verify/checks.ts';
import type { Row } from '../../verify/Verification.ts';
import type { Say } from '../command/Say.ts';
import { line, short, timeText } from '../terminal/format.ts';
import { nameCheck, nameRow } from './nameRow.ts';

type Line = readonly [mark: string, check: string, value: string];

/** Checks in a list: those that failed in full, others of the same kind together in one line. */
export function describeRows(rows: readonly Row[], say: Say): string {
  const kinds = [...new Set(rows.map(({ check }) => check))];
  const lines = kinds.flatMap((kind) =>
    describeKind(
      rows.filter(({ check }) => check === kind),
      say,
    ),
  );
  const computeWidth = (at: 0 | 1) => Math.max(...lines.map((cells) => cells[at].length));
  const [markWidth, checkWidth] = [computeWidth(0), computeWidth(1)];
  return lines
    .map(([mark, check, value]) =>
      `${mark.padEnd(markWidth)}  ${check.padEnd(checkWidth)}  ${value}`.trimEnd(),
    )
    .join('\n');
}

function describeKind(rows: readonly Row[], say: Say): Line[] {
  const together = (mark: string, of: readonly Row[]): Line[] => {
    const [first] = of;
    if (first === undefined) return [];
    if (of.length > 1)
      return [[mark, nameCheck(first.check, say), say('verify.times', { count: of.length })]];
    return [
      [mark, nameRow(first, say), first.got === null ? '' : shorten(valueText(first.check, first.got))],
    ];
  };
  return [
    ...rows.filter(({ ok }) => ok === false).flatMap((row) => describeFailed(row, say)),
    ...together(
      say('verify.ok'),
      rows.filter(({ ok }) => ok === true),
    ),
    ...together(
      say('verify.not-checked'),
      rows.filter(({ ok }) => ok === null),
    ),
  ];
}

function describeFailed(row: Row, say: Say): Line[] {
  const names = [say('verify.expected'), say('verify.got')];
  const width = Math.max(...names.map((name) => name.length));
  const [expected = '', got = ''] = [row.expected, row.got].map((value, at) => {
    const shown = value === null ? say('verify.none') : valueText(row.check, value);
    return `${(names[at] ?? '').padEnd(width)}  ${shown}`;
  });
  return [
    [say('verify.failed'), nameRow(row, say), expected],
    ['', '', got],
  ];
}

const times: readonly Check[] = ['anchor-time', 'block-time', 'stated-time'];

function valueText(check: Check, value: string): string {
  return times.includes(check) ? timeText(Number(value)) : line(value);
}

/** Long values by both of their ends; in full they stand in the JSON. */
function shorten(value: string): string {
  if (/^0x[0-9a-f]{41,}$/.test(value)) return short(value);
  return value.length > 66 ? `${value.slice(0, 52)}…${value.slice(-12)}` : value;
}
