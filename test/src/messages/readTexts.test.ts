import { expect, it } from 'vitest';
import { languages, type Language } from '../../../src/messages/languages.ts';
import { readTexts } from '../../../src/messages/readTexts.ts';

it('every English area is read, and each of its texts is text', () => {
  const areas = Object.entries(readTexts('en'));
  expect(areas.map(([name]) => name)).toEqual(expect.arrayContaining(['cli', 'errors']));
  for (const [name, texts] of areas) {
    for (const [key, text] of Object.entries(texts)) expect([name, key, typeof text]).toContain('string');
  }
});

it.each(Object.keys(languages) as Language[])(
  'what is translated into %s has an English text',
  (language) => {
    const english = readTexts('en');
    for (const [name, texts] of Object.entries(readTexts(language))) {
      expect(Object.keys(english[name as keyof typeof english])).toEqual(
        expect.arrayContaining(Object.keys(texts)),
      );
    }
  },
);
