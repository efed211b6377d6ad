/** What is compared: our operation, the goal, and what Story Protocol needs for the same on the same kind of chain. */
const rows: [operation: string, snapshot: string, goal: number, story: string][] = [
  ['register a work, one creator', 'register a work (later)', 101_000, '908,923'],
  ['publish terms and offer them', 'publish terms and offer them (later)', 58_000, '233,172 + 339,848'],
  [
    'register and offer in one transaction',
    'register and offer in one transaction (later)',
    130_000,
    '1,222,364',
  ],
  [
    'acquire a paid licence again: one more unit',
    'acquire a paid licence (later, one more unit)',
    80_000,
    '710,404',
  ],
  [
    'acquire a paid licence for another licensee',
    'acquire a paid licence (later, another licensee)',
    80_000,
    '710,404',
  ],
  ['register a derivative of 1 source', 'register a derivative of 1', 155_000, '1,341,391'],
  ['of 4 sources', 'register a derivative of 4', 190_000, '2,566,599'],
  ['of 16 sources', 'register a derivative of 16', 330_000, '7,425,689'],
  ['pay a work, the first time', 'pay a work (first)', 66_000, '301,010'],
  ['pay a work later', 'pay a work (later)', 49_000, '168,137'],
  ['settle one hop, 1 source', 'settle one hop, 1 source (first)', 60_000, '284,320'],
  ['claim', 'claim (later)', 45_000, '97,212'],
  ['the whole story', 'the whole story', 510_000, '4,092,716'],
  ['register 20 works in one call, each', 'register 20 works in one call', 73_000, '–'],
  ['anchor a log of 1,000,000 entries', 'anchor a log of 1,000,000 entries', 65_000, '–'],
  [
    'register a work from that log, signed by its creator',
    'register from the log, signed by the creator',
    140_000,
    '–',
  ],
  ['or vouched for by an operator', 'register from the log, vouched for by an operator', 140_000, '–'],
];

/** The table of the docs, made from what was measured. */
export function gasTable(measured: readonly (readonly [name: string, gas: bigint])[]): string {
  const gas = new Map(measured);
  const lines = rows.map(([operation, name, goal, story]) => {
    const used = Number(gas.get(name) ?? 0n) / (operation.endsWith('each') ? 20 : 1);
    const mark = used > goal ? ' (missed)' : '';
    return `| ${operation} | ${number(Math.ceil(used))} | ${number(goal)}${mark} | ${story} |`;
  });
  return ['| operation | gas | goal | Story Protocol |', '|---|---:|---:|---:|', ...lines].join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
