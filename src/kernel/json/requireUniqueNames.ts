import { message } from '../../messages/Message.ts';
import { LedgerError } from '../LedgerError.ts';

/**
 * Refuses JSON in which an object has a name twice: of two values one reader takes the first and another the last, so
 * that what was signed would not be what was read (RFC 8259, 4).
 *
 * @param text JSON that parses.
 * @throws LedgerError `json-malformed`, naming it.
 */
export function requireUniqueNames(text: string): void {
  /** The names of each object we are in; null for a list. */
  const inside: (Set<string> | null)[] = [];
  let nameFollows = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at);
        if (nameFollows) addName(inside.at(-1), JSON.parse(text.slice(at, end)) as string);
        nameFollows = false;
        at = end - 1;
        break;
      }
      case '{':
        inside.push(new Set());
        nameFollows = true;
        break;
      case '[':
        inside.push(null);
        nameFollows = false;
        break;
      case '}':
      case ']':
        inside.pop();
        nameFollows = false;
        break;
      case ',':
        nameFollows = inside.at(-1) instanceof Set;
    }
  }
}

function addName(names: Set<string> | null | undefined, name: string): void {
  if (names?.has(name) === true) {
    throw new LedgerError('json-malformed', message('errors.json-name-twice', { name }), {
      details: { name },
    });
  }
  names?.add(name);
}

/** Where a string ends that begins at `start`: after a quote that no odd run of backslashes stands before. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    if (end < 0) return text.length;
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
}
