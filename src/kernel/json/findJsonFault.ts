/** What may come next: a value, the name of a member, or what stands between them. */
type State = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'next';

/** A token of JSON (RFC 8259, 2): a sign, a string, or another value. */
const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

/**
 * Where a text stops being JSON: the first character that cannot stand there, or the end of what is there where more
 * would have to come. Parsers find it, too, and each says it in another way.
 */
export function findJsonFault(text: string): number {
  const reader = new RegExp(token);
  const inside: string[] = [];
  let state: State | 'end' = 'value';
  let at = 0;
  while (state !== 'end') {
    reader.lastIndex = at;
    const [found, sign, string] = reader.exec(text) ?? [];
    const next: State | 'end' | undefined =
      found === undefined ? undefined : after(state, sign, string, inside);
    if (next === undefined) break;
    [state, at] = [next, reader.lastIndex];
  }
  const space = /^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0;
  return Math.min(at + space, text.trimEnd().length);
}

/** What may come after a token; undefined where the token may not come. */
function after(
  state: State,
  sign: string | undefined,
  string: string | undefined,
  inside: string[],
): State | 'end' | undefined {
  const done = () => (inside.length === 0 ? 'end' : 'next');
  const takesValue = state === 'value' || state === 'valueOrEnd';
  const takesName = state === 'name' || state === 'nameOrEnd';
  if (sign === undefined) {
    if (takesValue) return done();
    return takesName && string !== undefined ? 'colon' : undefined;
  }
  if (sign === '{' || sign === '[') {
    if (!takesValue) return undefined;
    inside.push(sign);
    return sign === '{' ? 'nameOrEnd' : 'valueOrEnd';
  }
  if (sign === ':') return state === 'colon' ? 'value' : undefined;
  if (sign === ',') {
    if (state !== 'next') return undefined;
    return inside.at(-1) === '{' ? 'name' : 'value';
  }
  const [open, first] = sign === '}' ? ['{', 'nameOrEnd'] : ['[', 'valueOrEnd'];
  if (inside.at(-1) !== open || (state !== 'next' && state !== first)) return undefined;
  inside.pop();
  return done();
}
