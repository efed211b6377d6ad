import { expect, it } from 'vitest';
import { pickLanguage } from '../../../src/messages/pickLanguage.ts';

it.each([
  [['zh'], 'zh'],
  [['zh_CN.UTF-8'], 'zh'],
  [['zh-Hant-TW'], 'zh'],
  [['ID'], 'id'],
  [['in_ID'], 'id'],
  [['en_GB@euro'], 'en'],
])('the language of the tags %j is %s', (tags, language) => {
  expect(pickLanguage(tags)).toBe(language);
});

it('the first tag that the catalogue has is picked', () => {
  expect(pickLanguage(['fr', 'id', 'zh'])).toBe('id');
});

it.each([[[]], [['C']], [['POSIX']], [['*']], [['']], [['zhx']], [['constructor']]])(
  'without a language of the catalogue it is English: %j',
  (tags) => {
    expect(pickLanguage(tags)).toBe('en');
  },
);
