import { expect, it } from 'vitest';
import { createContext } from '../../../../src/cli/command/createContext.ts';
import { durationWords, listWords } from '../../../../src/cli/terminal/words.ts';

const { say } = createContext([], {});

it.each([
  [0, 'no expiry'],
  [1, '1 second'],
  [90, '90 seconds'],
  [3_600, '1 hour'],
  [31_536_000, '365 days'],
])('a duration of %s seconds is %s', (seconds, text) => {
  expect(durationWords(say, seconds)).toBe(text);
});

it('a list without parts is not empty text', () => {
  expect(listWords(say, [])).toBe('none');
  expect(listWords(say, ['display', 'adapt'])).toBe('display, adapt');
});
