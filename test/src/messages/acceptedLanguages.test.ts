import { expect, it } from 'vitest';
import { acceptedLanguages } from '../../../src/messages/acceptedLanguages.ts';
import { pickLanguage } from '../../../src/messages/pickLanguage.ts';

it.each([
  ['zh', ['zh']],
  ['zh-CN,zh;q=0.9,en;q=0.8', ['zh-CN', 'zh', 'en']],
  ['en;q=0.5, id', ['id', 'en']],
  ['fr;q=0.001,en;q=0.5,zh;q=0.5', ['en', 'zh', 'fr']],
  ['zh;q=0, en', ['en']],
  ['*', []],
  ['*;q=0.5, id;q=0.1', ['id']],
  ['', []],
  [undefined, []],
  ['zh;q=2', []],
  ['zh;quality', []],
  [' zh ; q=1 ,, ', ['zh']],
])('%j accepts %j', (header, tags) => {
  expect(acceptedLanguages(header)).toEqual(tags);
});

it('the language that is picked is the best that the catalogue has', () => {
  expect(pickLanguage(acceptedLanguages('fr, id-ID;q=0.8, zh;q=0.9'))).toBe('zh');
  expect(pickLanguage(acceptedLanguages('fr, de;q=0.9'))).toBe('en');
});

it('a header without end takes no time', () => {
  const start = performance.now();
  expect(acceptedLanguages('zh;q=0.5,'.repeat(100_000)).length).toBeLessThanOrEqual(32);
  expect(performance.now() - start).toBeLessThan(100);
});
