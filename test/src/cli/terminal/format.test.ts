import { expect, it } from 'vitest';
import { inLanguage, pairs, printable, short, timeText } from '../../../../src/cli/terminal/format.ts';
import { shareText } from '../../../../src/kernel/values.ts';

it.each([
  [0, '0 %'],
  [1, '0.01 %'],
  [1250, '12.5 %'],
  [10_000, '100 %'],
])('%s basis points are %s', (bps, text) => {
  expect(shareText(bps)).toBe(text);
});

it('a long id keeps its beginning and its end, a short one all', () => {
  expect(short(12n)).toBe('12');
  expect(short(`0x${'ab'.repeat(20)}`)).toBe('0xababab…abab');
});

it('a time is UTC, and one no calendar has is left as it is', () => {
  expect(timeText(0)).toBe('1970-01-01T00:00:00Z');
  expect(timeText(Number.MAX_SAFE_INTEGER)).toBe(`${Number.MAX_SAFE_INTEGER} s`);
});

it('a title is told in the language of the reader, else in English, else in any', () => {
  const title = { en: 'Guan Yu', zh: '关羽' };
  expect(inLanguage(title, 'zh_CN.UTF-8')).toBe('关羽');
  expect(inLanguage(title, 'id_ID.UTF-8')).toBe('Guan Yu');
  expect(inLanguage({ zh: '关羽' }, 'C')).toBe('关羽');
});

it('what somebody wrote cannot steer a terminal or start a line', () => {
  expect(printable('a\u001b[2Jb\u009bc\rd\ne\u202ef')).toBe('a[2Jbcd\nef');
  expect(inLanguage({ en: 'one\nsound  yes' }, 'en')).toBe('one sound yes');
});

it('values stand under each other, and what has none is left out', () => {
  expect(pairs(['a', '1'], ['none', null], ['long', '2'])).toBe('a     1\nlong  2');
});
