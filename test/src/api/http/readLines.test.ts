import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestLine, readLines } from '../../../../src/api/http/readLines.ts';

const splitLines = async (chunks: Uint8Array[]) => {
  const lines = [];
  for await (const line of readLines(Readable.from(chunks))) lines.push(line);
  return lines;
};

it('the lines are those of the text, wherever it is torn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', '脸', '\n', ' ', '{}')),
      fc.nat(6),
      async (parts, size) => {
        const bytes = Buffer.from(parts.join(''));
        const chunks = [];
        for (let i = 0; i < bytes.length; i += size + 1) chunks.push(bytes.subarray(i, i + size + 1));
        const expected = bytes
          .toString()
          .split('\n')
          .map((text, i) => ({ number: i + 1, text: text.trim() }))
          .filter(({ text }) => text !== '');
        expect(await splitLines(chunks)).toEqual(expected);
      },
    ),
  );
});

it('a line that is too long has only its number, and the next are read', async () => {
  const long = Buffer.alloc(longestLine, 'x');
  const chunks = [
    Buffer.from('a\n'),
    long,
    long,
    Buffer.from('x\nb'),
    Buffer.from('\n'),
    long,
    Buffer.from('y'),
  ];
  expect(await splitLines(chunks)).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: undefined },
    { number: 3, text: 'b' },
    { number: 4, text: undefined },
  ]);
});
