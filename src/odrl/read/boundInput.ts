import { LedgerError } from '../../kernel/LedgerError.ts';
import { message, type Message, type MessageId } from '../../messages/Message.ts';
import { readJson } from '../../kernel/json/readJson.ts';

/** What one document may be: larger ones are refused before anything is made of them. */
const most = { bytes: 1_000_000, depth: 64, nodes: 10_000, members: 100_000, contexts: 1_000, terms: 2_000 };

/** What a text or a value is to be. */
export type Subject = 'policy' | 'request' | 'state' | 'ontology';

const subjects: Record<Subject, MessageId<'errors'>> = {
  policy: 'errors.a-policy',
  request: 'errors.a-request',
  state: 'errors.a-state',
  ontology: 'errors.an-ontology',
};

/** As a phrase. */
export function subject(what: Subject): Message<'errors'> {
  return message(subjects[what]);
}

/** Names that mean something to JavaScript objects, and nothing to a policy. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A document as JSON, from text or from values, after its bounds were checked.
 *
 * @param what What it is in messages.
 * @throws LedgerError `policy-invalid` where it is too large (1,000,000 bytes), too deep (64), has too many objects
 *   (10,000), or names such as `__proto__`; `json-malformed` for text that is no JSON.
 */
export function boundInput(input: unknown, what: Subject): unknown {
  if (typeof input === 'string' && input.length > most.bytes) throw tooMuch(what, 'bytes', input.length);
  if (typeof input === 'string' && measureDepth(input) > most.depth) throw tooDeep(what);
  const value = typeof input === 'string' ? readJson(input) : input;
  const counts: Counts = { bytes: 0, nodes: 0, members: 0, contexts: 0, terms: 0 };
  measure(value, what, 0, counts);
  return value;
}

type Counts = Record<'bytes' | 'nodes' | 'members' | 'contexts' | 'terms', number>;

const sizes: Record<keyof Counts, MessageId<'errors'>> = {
  bytes: 'errors.odrl-bytes',
  nodes: 'errors.odrl-nodes',
  members: 'errors.odrl-members',
  contexts: 'errors.odrl-contexts',
  terms: 'errors.odrl-terms',
};

function measure(value: unknown, what: Subject, depth: number, counts: Counts): void {
  if (depth > most.depth) throw tooDeep(what);
  if (typeof value === 'string') return count(counts, 'bytes', value.length, what);
  if (typeof value === 'number' && Number.isFinite(value)) return count(counts, 'bytes', 8, what);
  if (typeof value === 'boolean' || value === null) return count(counts, 'bytes', 4, what);
  if (Array.isArray(value)) {
    count(counts, 'members', value.length, what);
    for (const part of value) measure(part, what, depth + 1, counts);
    return;
  }
  if (typeof value !== 'object') {
    throw new LedgerError(
      'policy-invalid',
      message('errors.odrl-json', { what: subject(what), got: typeof value }),
    );
  }
  count(counts, 'nodes', 1, what);
  for (const name of Object.keys(value)) {
    if (reserved.has(name)) {
      throw new LedgerError(
        'policy-invalid',
        message('errors.odrl-name-reserved', { what: subject(what), name }),
        {
          details: { name },
        },
      );
    }
    count(counts, 'members', 1, what);
    count(counts, 'bytes', name.length, what);
    const part: unknown = (value as Record<string, unknown>)[name];
    if (name === '@context') countContext(part, what, counts);
    if (part !== undefined) measure(part, what, depth + 1, counts);
  }
}

/** How deep the brackets of a text are nested: a parser would nest its calls as deep. */
function measureDepth(text: string): number {
  let [depth, deepest] = [0, 0];
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at];
    if (inString && one === '\\') at += 1;
    else if (one === '"') inString = !inString;
    else if (inString) continue;
    else if (one === '{' || one === '[') deepest = Math.max(deepest, (depth += 1));
    else if (one === '}' || one === ']') depth -= 1;
  }
  return deepest;
}

/** Every node is read under its context: of many large ones reading would take long. */
function countContext(context: unknown, what: Subject, counts: Counts): void {
  for (const one of Array.isArray(context) ? (context as unknown[]) : [context]) {
    count(counts, 'contexts', 1, what);
    if (typeof one === 'object' && one !== null) count(counts, 'terms', Object.keys(one).length, what);
  }
}

function count(counts: Counts, of: keyof Counts, by: number, what: Subject): void {
  counts[of] += by;
  if (counts[of] > most[of]) throw tooMuch(what, of, counts[of]);
}

function tooMuch(what: Subject, of: keyof Counts, got: number): LedgerError {
  return new LedgerError('policy-invalid', message(sizes[of], { what: subject(what), most: most[of] }), {
    details: { most: most[of], got, of },
  });
}

function tooDeep(what: Subject): LedgerError {
  return new LedgerError(
    'policy-invalid',
    message('errors.odrl-deep', { what: subject(what), most: most.depth }),
    {
      details: { most: most.depth },
    },
  );
}
