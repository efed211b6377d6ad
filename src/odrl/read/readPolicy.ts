import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { boundInput } from './boundInput.ts';
import { compactGraph, isObject, listPrefixes } from './compactGraph.ts';
import type { Graph, Node } from './Graph.ts';
import { inherit, type ResolvePolicy } from './inherit.ts';
import type { Policy } from '../Policy.ts';
import { policyNodes, composePolicy } from './composePolicy.ts';
import { readGraph } from './readGraph.ts';

export interface ReadOptions {
  /** Gives the policy that another inherits from, as JSON-LD or compact, or as it was read; undefined for an unknown one. */
  resolve?: ResolvePolicy | undefined;
}

/**
 * Reads a policy: JSON-LD 1.1 of any form, or ODRL's compact form, as values or as text. Parents that stand in the same
 * document or that `resolve` gives are merged in (Information Model 2.9); one that nobody gives stays in `unknown`.
 *
 * @throws LedgerError `policy-invalid` with what was expected and what came.
 */
export async function readPolicy(input: unknown, options: ReadOptions = {}): Promise<Policy> {
  const { graph, dropped } = await readGraph(input, 'policy');
  const policy = composePolicy(graph, theOne(graph), dropped);
  return inherit(policy, async (id) => {
    const own = policyNodes(graph).find((node) => node.id === id);
    if (own !== undefined) return composePolicy(graph, own);
    const given = await options.resolve?.(id);
    return given === undefined || isPolicy(given) ? given : readAlone(given);
  });
}

/**
 * Reads a policy in ODRL's compact form: the short names of `http://www.w3.org/ns/odrl.jsonld`, whether or not the
 * document names that context, with prefixes beside it at most. Parents are not looked for.
 *
 * @throws LedgerError `policy-invalid` with what was expected and what came.
 */
export function toPolicy(compact: unknown): Policy {
  const document = boundInput(compact, 'policy');
  const known = listPrefixes(document);
  if (known === undefined || !isObject(document)) {
    throw new LedgerError('policy-invalid', message('errors.odrl-short-names'));
  }
  const graph = compactGraph(document, known);
  const policy = composePolicy(graph, theOne(graph));
  return policy.inheritFrom.length === 0
    ? policy
    : { ...policy, unknown: [...policy.unknown, ...policy.inheritFrom] };
}

async function readAlone(input: unknown): Promise<Policy> {
  const { graph, dropped } = await readGraph(input, 'policy');
  return composePolicy(graph, theOne(graph), dropped);
}

/** The policy of a document: the one that no other in it inherits from. */
function theOne(graph: Graph): Node {
  const all = policyNodes(graph);
  const parents = new Set(all.flatMap((node) => policyParents(node)));
  const [policy, second] = all.length === 1 ? all : all.filter(({ id }) => !parents.has(id));
  if (policy !== undefined && second === undefined) return policy;
  if (all.length > 0 && policy === undefined) {
    throw new LedgerError(
      'policy-invalid',
      message('errors.odrl-inherit-circle', { circle: all.map(({ id }) => id).join(' → ') }),
    );
  }
  throw new LedgerError('policy-invalid', message('errors.odrl-policies', { got: all.length }), {
    details: { policies: all.map(({ id }) => id).slice(0, 10) },
  });
}

function policyParents(node: Node): string[] {
  return (node.properties.get('http://www.w3.org/ns/odrl/2/inheritFrom') ?? []).flatMap((item) =>
    'id' in item ? [item.id] : [],
  );
}

function isPolicy(value: unknown): value is Policy {
  return isObject(value) && Array.isArray(value['permissions']) && Array.isArray(value['inheritFrom']);
}
