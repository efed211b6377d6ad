import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { contexts, odrlTerms, type Coercion } from './contexts.ts';
import type { Item, Node } from './Graph.ts';
import { prefixes } from '../vocabulary.ts';
import { describeValue } from '../../kernel/json/describeValue.ts';

const odrlContexts = [...contexts.keys()].slice(0, 2);
const keywords = ['@context', '@id', '@type', '@value', '@language', '@list', '@set'];

/** The prefixes of a compact document's context; undefined where it needs a JSON-LD processor. */
export function listPrefixes(document: unknown): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>(Object.entries(prefixes));
  if (!isObject(document)) return undefined;
  const context = document['@context'];
  for (const one of context === undefined
    ? []
    : Array.isArray(context)
      ? (context as unknown[])
      : [context]) {
    if (typeof one === 'string' && odrlContexts.includes(one)) continue;
    if (!isObject(one)) return undefined;
    for (const [name, iri] of Object.entries(one)) {
      const plain = typeof iri === 'string' && /^[a-z][\w.-]*$/i.test(name) && !odrlTerms.has(name);
      if (!plain || !/^[a-z][a-z\d+.-]*:.*[:/?#[\]@]$/i.test(iri)) return undefined;
      found.set(name, iri);
    }
  }
  return needsProcessor(document, true) ? undefined : found;
}

/**
 * The nodes of a document in ODRL's own short names: what a JSON-LD processor makes of it under the context of ODRL,
 * without one. Names that mean nothing stay as they are, so that nobody takes them for understood.
 *
 * @throws LedgerError `policy-invalid` where a node is identified in two ways.
 */
export function compactGraph(document: Record<string, unknown>, known: ReadonlyMap<string, string>) {
  const graph = new Map<string, Node>();
  let labels = 0;
  const toIri = (name: string, vocabulary: boolean): string => {
    const term = vocabulary ? odrlTerms.get(name)?.iri : undefined;
    if (term !== undefined) return term;
    const colon = name.indexOf(':');
    const namespace =
      colon > 0 && !name.startsWith('//', colon + 1) ? known.get(name.slice(0, colon)) : undefined;
    return namespace === undefined ? name : `${namespace}${name.slice(colon + 1)}`;
  };
  const toId = (object: Record<string, unknown>): string => {
    const [id, second] = [object['@id'], object['uid']].filter((one) => one !== undefined);
    if (second !== undefined || (id !== undefined && typeof id !== 'string')) {
      throw new LedgerError(
        'policy-invalid',
        message('errors.odrl-identifier', { got: describeValue(second ?? id) }),
      );
    }
    if (id === undefined) return `_:c${(labels += 1)}`;
    return toIri(id, false);
  };
  const add = (object: Record<string, unknown>): string => {
    const id = toId(object);
    const node = graph.get(id) ?? { id, types: [], properties: new Map<string, Item[]>() };
    graph.set(id, node);
    for (const [name, value] of Object.entries(object)) {
      if (name === '@id' || name === 'uid' || name === '@context' || value === undefined) continue;
      if (name === '@type' || name === 'type') {
        node.types.push(...toList(value).map((type) => toIri(textIn(type, name), true)));
        continue;
      }
      const property = toIri(name, true);
      const coercion = odrlTerms.get(name)?.coercion ?? '';
      const items = itemsIn(value, coercion);
      const before = node.properties.get(property) ?? [];
      const fresh = items.filter((item) => 'list' in item || !before.some((one) => same(one, item)));
      node.properties.set(property, [...before, ...fresh]);
    }
    return id;
  };
  const itemsIn = (value: unknown, coercion: Coercion): Item[] => {
    if (value === null) return [];
    if (Array.isArray(value)) return value.flatMap((one) => itemsIn(one, coercion));
    if (typeof value === 'string') {
      if (coercion === '') return [{ text: value, type: `${prefixes.xsd}string` }];
      return [{ id: toIri(value, coercion === '@vocab') }];
    }
    if (!isObject(value)) return [scalar(value)];
    if ('@list' in value) return [{ list: itemsIn(value['@list'], coercion) }];
    if ('@set' in value) return itemsIn(value['@set'], coercion);
    if (!('@value' in value)) return [{ id: add(value) }];
    const type = value['@type'];
    const item = scalar(value['@value'], type === undefined ? undefined : toIri(textIn(type, '@type'), true));
    const language = value['@language'];
    return [
      typeof language === 'string' && 'text' in item ? { ...item, language: language.toLowerCase() } : item,
    ];
  };
  add(document);
  return graph;
}

/** A JSON scalar as JSON-LD gives it a datatype; a fraction stays the digits that were written (JSON-LD 1.1 API, 8.6). */
export function scalar(value: unknown, type?: string): { text: string; type: string } {
  if (typeof value === 'string') return { text: value, type: type ?? `${prefixes.xsd}string` };
  if (typeof value === 'boolean') return { text: `${value}`, type: type ?? `${prefixes.xsd}boolean` };
  if (typeof value === 'number') {
    const own = Number.isSafeInteger(value) ? 'integer' : 'double';
    return { text: `${value}`, type: type ?? `${prefixes.xsd}${own}` };
  }
  throw new LedgerError('policy-invalid', message('errors.odrl-scalar', { got: describeValue(value) }));
}

function needsProcessor(value: unknown, outermost: boolean): boolean {
  if (Array.isArray(value)) return value.some((one) => needsProcessor(one, false));
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, part]) => {
    if (name.startsWith('@') && !keywords.includes(name)) return true;
    if (name === '@context') return !outermost;
    return needsProcessor(part, false);
  });
}

function same(one: Item, other: Item): boolean {
  if ('id' in one || 'id' in other) return 'id' in one && 'id' in other && one.id === other.id;
  if ('list' in one || 'list' in other) return false;
  return one.text === other.text && one.type === other.type && one.language === other.language;
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

function textIn(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw new LedgerError(
    'policy-invalid',
    message('errors.at-field', {
      field: name,
      fault: message('errors.odrl-name', { got: describeValue(value) }),
    }),
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
