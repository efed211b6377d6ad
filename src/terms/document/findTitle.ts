import { z } from 'zod';
import { Texts } from '../../kernel/values.ts';

const Text = z.object({ '@language': z.string(), '@value': z.string() });
const Titled = z.looseObject({
  'dct:title': z.union([z.array(Text).min(1), Text.transform((one) => [one])]),
});

/** The title of a document of terms by language; undefined where it says none in a way that is usual (JSON-LD 1.1). */
export function findTitle(document: unknown): Record<string, string> | undefined {
  const titled = Titled.safeParse(document);
  if (!titled.success) return undefined;
  const texts = titled.data['dct:title'].map((one) => [one['@language'], one['@value']] as const);
  const title = Texts.safeParse(Object.fromEntries(texts));
  return title.success ? title.data : undefined;
}
