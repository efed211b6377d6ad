import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Texts } from './createFormat.ts';
import type { Language } from './languages.ts';

/**
 * The texts of a language from the files beside this one, for programs that run on Node. An area is read when one of
 * its texts is first needed; areas without a translation are left out.
 */
export function readTexts(language: 'en'): Texts;
export function readTexts(language: Language): Partial<Texts>;
export function readTexts(language: Language): Partial<Texts> {
  const folder = join(import.meta.dirname, language);
  const texts = {};
  for (const file of filesIn(folder)) {
    let area: unknown;
    const name = file.replace(/\.json$/, '').replaceAll(sep, '.');
    Object.defineProperty(texts, name, {
      get: (): unknown => (area ??= JSON.parse(readFileSync(join(folder, file), 'utf8'))),
      enumerable: true,
    });
  }
  return texts;
}

function filesIn(folder: string): string[] {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return files.filter((file) => file.endsWith('.json'));
  } catch {
    // No text is translated into this language yet.
    return [];
  }
}
