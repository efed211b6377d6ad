import { expect, it } from 'vitest';
import { createContext } from '../../../../src/cli/command/createContext.ts';

it.each([
  [['--lang', 'id'], { LANG: 'zh_CN.UTF-8' }, 'id'],
  [['work', 'list', '--lang=zh'], {}, 'zh'],
  [['--lang', 'id', '--lang', 'zh'], {}, 'zh'],
  [[], { LC_ALL: 'zh_CN.UTF-8', LANG: 'id_ID.UTF-8' }, 'zh_CN.UTF-8'],
  [[], { LC_ALL: '', LC_MESSAGES: 'id_ID', LANG: 'zh' }, 'id_ID'],
  [[], { LANG: 'fr_FR' }, 'fr_FR'],
  [[], {}, 'en'],
])('the reader of %j with %j reads %s', (args, environment, locale) => {
  expect(createContext(args, environment).locale).toBe(locale);
});

it('what is not translated is in English', () => {
  const english = createContext([], {});
  const french = createContext([], { LANG: 'fr_FR' });
  expect(french.say('cli.none')).toBe(english.say('cli.none'));
});

it('a text is said with its values, and so is a message that another part made', () => {
  const { say, format } = createContext([], {});
  const values = { size: 1, anchored: 0 };
  expect(format({ id: 'cli.status.log-size', values })).toBe(say('cli.status.log-size', values));
});
