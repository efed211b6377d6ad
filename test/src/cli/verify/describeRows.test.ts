import { expect, it } from 'vitest';
import { createContext } from '../../../../src/cli/command/createContext.ts';
import { describeRows } from '../../../../src/cli/verify/describeRows.ts';
import { compare } from '../../../../src/verify/compare.ts';

const { say } = createContext([], {});
const root = `0x${'ab'.repeat(32)}`;
const linesOf = (...rows: Parameters<typeof describeRows>[0]) => describeRows(rows, say).split('\n');

it('a check that failed is printed in full, others in one line', () => {
  expect(
    linesOf(
      compare('root', root, root),
      compare('anchor-block', '42', '43', { head: 3 }),
      compare('anchor-time', undefined, '0'),
    ),
  ).toEqual([
    'ok           given root                        0xababab…abab',
    'FAILED       anchor’s block, head of 3 events  expected  42',
    '                                               got       43',
    'not checked  anchor’s time                     1970-01-01T00:00:00Z',
  ]);
});

it('checks of one kind that hold stand together, beside the one that does not', () => {
  const rows = [1, 2, 3].map((event) => compare('content', root, event === 2 ? null : root, { event }));
  expect(linesOf(...rows)).toEqual([
    `FAILED  content’s hash, event 2  expected  ${root}`,
    '                                 got       none',
    'ok      content’s hash           2 checks',
  ]);
});

it('what a file holds cannot move the cursor', () => {
  expect(linesOf(compare('origin', 'a', 'b\n\u001b[2Jc')).at(-1)).toMatch(/got +b \[2Jc$/);
});
