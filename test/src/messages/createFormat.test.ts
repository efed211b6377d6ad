import { IntlMessageFormat } from 'intl-messageformat';
import { expect, it } from 'vitest';
import { createFormat } from '../../../src/messages/createFormat.ts';
import { message, type Message, type MessageValue } from '../../../src/messages/Message.ts';

const english = {
  errors: {
    plain: 'expected {expected}, got {got}',
    plural: '{count, plural, one {one work} other {# works}}',
    braces: "a set '{'{got}'}'",
    noun: 'an address',
    name: 'a “name” & <more>',
  },
};
const translated = { errors: { plain: '需要{expected}，得到{got}', noun: '地址' } };
/** Of the texts above, which the catalogue does not have. */
const made = (key: string, values?: Record<string, MessageValue>): Message<'errors'> =>
  message(`errors.${key}` as Message<'errors'>['id'], values);
const format = createFormat<'errors'>('en', { english });

it.each(Object.entries(english.errors))('a text is what ICU MessageFormat makes of it: %s', (key, text) => {
  const values = { expected: 'an address', got: '$& $1', count: 2 };
  const parsed = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true });
  expect(format(made(key, values))).toBe(parsed.format(values));
});

it('numbers stand as they are, however large', () => {
  const values = { expected: 1_000_000, got: 2n ** 70n };
  expect(format(made('plain', values))).toBe('expected 1000000, got 1180591620717411303424');
});

it('a message within a message, and a list, are in the same language', () => {
  const chinese = createFormat<'errors'>('zh', { english, translated });
  const values = { expected: made('noun'), got: ['a', made('noun')] };
  expect(format(made('plain', values))).toBe('expected an address, got a and an address');
  expect(chinese(made('plain', values))).toBe('需要地址，得到a和地址');
});

it('what is not translated is in English, and what is unknown is its id', () => {
  const chinese = createFormat<'errors'>('zh', { english, translated });
  expect(chinese(made('plural', { count: 2 }))).toBe('2 works');
  expect(chinese(made('of-tomorrow'))).toBe('errors.of-tomorrow');
});

it('alternatives, regions and languages are put as the language puts them', () => {
  const chinese = createFormat<'errors'>('zh', { english, translated });
  const values = { expected: { or: ['a', made('noun')] }, got: { region: 'ID' } };
  expect(format(made('plain', values))).toBe('expected a or an address, got Indonesia');
  expect(chinese(made('plain', values))).toBe('需要a或地址，得到印度尼西亚');
  const clauses = { expected: { clauses: ['a', made('noun')] }, got: 1 };
  expect([format(made('plain', clauses)), chinese(made('plain', clauses))]).toEqual([
    'expected a; an address, got 1',
    '需要a；地址，得到1',
  ]);
  const tongues = { expected: { language: 'zh-Hant' }, got: { region: 'nowhere' } };
  expect(format(made('plain', tongues))).toBe('expected Traditional Chinese, got nowhere');
});
