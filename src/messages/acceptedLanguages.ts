/** Languages that are looked at: more stand in no honest header. */
const most = 32;

/**
 * The language tags of an `Accept-Language` header, best first (RFC 9110, 12.5.4): for `pickLanguage`, which looks each
 * up (RFC 4647, 3.4).
 *
 * @example
 * acceptedLanguages('en;q=0.5, zh-CN, fr;q=0') // ['zh-CN', 'en']
 */
export function acceptedLanguages(header: string | undefined): string[] {
  if (header === undefined) return [];
  const ranges = header.slice(0, 1000).split(',').slice(0, most).map(parseRange);
  return ranges
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}

function parseRange(range: string): { tag: string; quality: number } {
  const [tag = '', weight = 'q=1'] = range.split(';').map((part) => part.trim());
  const [, quality] = /^q=([01](?:\.\d{0,3})?)$/i.exec(weight) ?? [];
  return { tag, quality: Number(quality ?? 0) };
}
