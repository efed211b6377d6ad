import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { itemsOf, nodesOf, textOf, type Graph, type Node } from './Graph.ts';
import { termOf } from './contexts.ts';
import type { Action, Thing } from '../Policy.ts';
import type { ConstraintReader } from './readConstraint.ts';
import { odrl, prefixes } from '../vocabulary.ts';

const collections = [odrl('AssetCollection'), odrl('PartyCollection')];

/** Assets or parties (Information Model 2.2 and 2.3); of a collection the members are named by its source. */
export function thingsOf(graph: Graph, nodes: Node[], reader: ConstraintReader): Thing[] {
  return nodes.map((node) => {
    const id = node.id.startsWith('_:') ? undefined : node.id;
    const unknown = new Set<string>();
    const refinements = nodesOf(graph, node, odrl('refinement')).map((one) =>
      reader.read(one, id ?? 'a collection', unknown),
    );
    const source = textOf(node, odrl('source'));
    const thing: Thing = {
      id,
      isCollection: node.types.some((type) => collections.includes(type)) || source !== undefined,
      source,
      partOf: itemsOf(node, odrl('partOf')).map((item) => ('id' in item ? item.id : item.text)),
      refinements,
    };
    if (unknown.size > 0) reader.note(thing, unknown);
    return thing;
  });
}

/** The actions of a rule; one that is refined has its name in `rdf:value` (2.5.4). */
export function actionsOf(
  graph: Graph,
  node: Node,
  reader: ConstraintReader,
  unknown = new Set<string>(),
): Action[] {
  return itemsOf(node, odrl('action')).map((item) => {
    if (!('id' in item)) return { id: undefined, name: termOf(item.text), refinements: [] };
    const action = graph.get(item.id);
    const value = action === undefined ? undefined : textOf(action, `${prefixes.rdf}value`);
    const id = item.id.startsWith('_:') ? undefined : item.id;
    if (value === undefined && id === undefined) {
      throw new LedgerError('policy-invalid', message('errors.odrl-action-name'));
    }
    return {
      id: value === undefined ? undefined : id,
      name: termOf(value ?? item.id),
      refinements: (action === undefined ? [] : nodesOf(graph, action, odrl('refinement'))).map((one) =>
        reader.read(one, value ?? item.id, unknown),
      ),
    };
  });
}
