export type JsonPath = readonly PropertyKey[];

/**
 * The line of `text` on which the value at `path` begins, counted from 1; of its nearest ancestor
 * where the value is missing. `text` must be JSON that parses.
 *
 * @example
 * lineOf('[\n  { "id": "a" }\n]', [0, 'id']) // 2
 */
export function toLine(text: string, path: JsonPath): number {
  let at = skipSpace(text, 0);
  for (const key of path) {
    const next = findChild(text, at, key);
    if (next === undefined) break;
    at = next;
  }
  return text.slice(0, at).split('\n').length;
}

function findChild(text: string, start: number, key: PropertyKey): number | undefined {
  const open = text[start];
  if (open !== '{' && open !== '[') return undefined;
  let found: number | undefined;
  let at = skipSpace(text, start + 1);
  for (let index = 0; text[at] !== '}' && text[at] !== ']'; index++) {
    let name: PropertyKey = index;
    if (open === '{') {
      const end = endOfString(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    // The last of two equal names wins, as in JSON.parse.
    if (name === key) found = at;
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  let depth = 0;
  for (let at = start; at < text.length;) {
    const char = text[at] ?? '';
    if (char === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (depth === 0 && /[\s,\]}]/.test(char)) return at;
    if (char === '{' || char === '[') depth++;
    if ((char === '}' || char === ']') && --depth === 0) return at + 1;
    at++;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}
