import { measure, type Measured } from './coverage/measure.ts';
import { readTestbed } from './solidity/testbed.ts';
import { line, table } from './print.ts';

/** How many of a hundred the Solidity tests have to come by. */
const bars = { line: 98, branch: 95 };

const start = performance.now();
const measured = await measure(readTestbed());
const byFile = Map.groupBy(measured, ({ file }) => file);
table(
  ['file', 'lines', 'of', '%', 'branches', 'of', '%'],
  [...byFile, ['all', measured] as const].map(([file, marks]) => [
    file,
    ...cells(splitLines(marks)),
    ...cells(marks.filter(({ kind }) => kind === 'branch')),
  ]),
);
const missed = [...splitLines(measured), ...measured.filter(({ kind }) => kind === 'branch')].filter(
  ({ hit }) => !hit,
);
if (missed.length > 0) line('\n  No test comes by:');
for (const { file, line: number, kind, text } of missed)
  line(`  ${file}:${number} ${kind === 'line' ? '' : text}`);

const shares = {
  line: share(splitLines(measured)),
  branch: share(measured.filter(({ kind }) => kind === 'branch')),
};
line(
  `\n  ${((performance.now() - start) / 1000).toFixed(0)} s; at least ${bars.line} % of lines and ${bars.branch} % of branches.`,
);
if (shares.line < bars.line || shares.branch < bars.branch) process.exitCode = 1;

/** A line is covered if all statements that begin on it are. */
function splitLines(marks: Measured[]): Measured[] {
  const lines = Map.groupBy(
    marks.filter(({ kind }) => kind === 'line'),
    (mark) => `${mark.file}:${mark.line}`,
  );
  return [...lines.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : { ...first, hit: first.hit && rest.every(({ hit }) => hit) },
  );
}

function cells(marks: Measured[]): string[] {
  return [`${marks.filter(({ hit }) => hit).length}`, `${marks.length}`, share(marks).toFixed(1)];
}

function share(marks: Measured[]): number {
  return marks.length === 0 ? 100 : (marks.filter(({ hit }) => hit).length / marks.length) * 100;
}
