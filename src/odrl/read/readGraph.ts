import type { Options } from 'jsonld';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { boundInput, subject, type Subject } from './boundInput.ts';
import { compactGraph, isObject, listPrefixes, scalar } from './compactGraph.ts';
import { contexts } from './contexts.ts';
import type { Graph, Item, Node } from './Graph.ts';
import { describeValue } from '../../kernel/json/describeValue.ts';

/** What relative identifiers are resolved against, and freed from again. */
const base = 'relative:///';

/** The nodes of a document, and the names in it that no context explains. */
interface Read {
  graph: Graph;
  dropped: string[];
}

/**
 * Reads JSON-LD 1.1 of any form (expanded, flattened, compacted, with `@graph` and blank nodes) and ODRL's compact form.
 * Nothing is loaded: contexts are ODRL's and those of its formal semantics, or stand in the document.
 *
 * @param input Text or values.
 * @param what What it is in messages.
 * @throws LedgerError `policy-invalid` where it is no JSON-LD, names an unknown context, or is out of bounds.
 */
export async function readGraph(input: unknown, what: Subject): Promise<Read> {
  const document = boundInput(input, what);
  if (!isObject(document) && !Array.isArray(document)) {
    throw new LedgerError(
      'policy-invalid',
      message('errors.odrl-object', { what: subject(what), got: describeValue(document) }),
    );
  }
  const known = listPrefixes(document);
  if (known !== undefined && isObject(document) && hasShortNames(document)) {
    return { graph: compactGraph(document, known), dropped: [] };
  }
  const dropped = new Set<string>();
  const { default: jsonld } = await import('jsonld');
  let nodes: unknown;
  try {
    nodes = await jsonld.flatten(document as object, undefined, {
      base,
      documentLoader: (url: string) => Promise.resolve(load(url, what)),
      eventHandler: ({ event }: { event: { code: string; details: { property?: string } } }) => {
        if (event.code === 'invalid property' && event.details.property !== undefined) {
          dropped.add(event.details.property);
        }
      },
    } as Options.Flatten);
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause;
    const own = ownError(cause);
    if (own !== undefined) throw own;
    throw new LedgerError('policy-invalid', message('errors.odrl-json-ld', { what: subject(what) }), {
      cause,
    });
  }
  return { graph: toGraph(nodes as Expanded[]), dropped: [...dropped] };
}

/** Documents of short names need no processor; others with the same context do, where it is not the only one. */
function hasShortNames(document: Record<string, unknown>): boolean {
  return (
    '@context' in document ||
    Object.keys(document).some((name) => !name.includes(':') && !name.startsWith('@'))
  );
}

function load(url: string, what: Subject) {
  const context = contexts.get(url);
  if (context === undefined) {
    throw new LedgerError('policy-invalid', message('errors.odrl-context', { what: subject(what), url }), {
      details: { context: url, known: [...contexts.keys()] },
    });
  }
  return { contextUrl: undefined, documentUrl: url, document: { '@context': context } };
}

/** The loader's own error, which a processor wraps. */
function ownError(error: unknown): LedgerError | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; depth += 1) {
    if (at instanceof LedgerError) return at;
    at = at.cause ?? (at as { details?: { cause?: unknown } }).details?.cause;
  }
  return undefined;
}

type Expanded = { '@id': string; '@type'?: string[]; [property: string]: unknown };

function toGraph(nodes: Expanded[]): Graph {
  const graph = new Map<string, Node>();
  const add = (object: Expanded) => {
    const id = bareId(object['@id']);
    const node = graph.get(id) ?? { id, types: [], properties: new Map<string, Item[]>() };
    graph.set(id, node);
    node.types.push(...(object['@type'] ?? []).map(bareId).filter((type) => !node.types.includes(type)));
    for (const [property, values] of Object.entries(object)) {
      // What stands in a named graph is said, too.
      if (property === '@graph') (values as Expanded[]).forEach(add);
      if (property.startsWith('@')) continue;
      const name = bareId(property);
      node.properties.set(name, [...(node.properties.get(name) ?? []), ...(values as unknown[]).map(toItem)]);
    }
  };
  nodes.forEach(add);
  return graph;
}

function toItem(value: unknown): Item {
  const object = value as Record<string, unknown>;
  if (Array.isArray(object['@list'])) return { list: object['@list'].map(toItem) };
  if (!('@value' in object)) return { id: bareId(object['@id'] as string) };
  const item = scalar(
    typeof object['@value'] === 'object' ? JSON.stringify(object['@value']) : object['@value'],
    object['@type'] as string | undefined,
  );
  const language = object['@language'];
  return typeof language === 'string' ? { ...item, language: language.toLowerCase() } : item;
}

function bareId(id: string): string {
  return id.startsWith(base) ? id.slice(base.length) : id;
}
