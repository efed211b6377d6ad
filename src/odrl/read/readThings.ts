import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { listItems, listNodes, toText, type Graph, type Node } from './Graph.ts';
import { toTerm } from './contexts.ts';
import type { Action, Thing } from '../Policy.ts';
import type { ConstraintReader } from './readConstraint.ts';
import { odrl, prefixes } from '../vocabulary.ts';

const collections = [odrl('AssetCollection'), odrl('PartyCollection')];

/** Assets or parties (Information Model 2.2 and 2.3); of a collection the members are named by its source. */
export function listThings(graph: Graph, nodes: Node[], reader: ConstraintReader): Thing[] {
  return nodes.map((node) => {
    const id = node.id.startsWith('_:') ? undefined : node.id;
    const unknown = new Set<string>();
    const refinements = listNodes(graph, node, odrl('refinement')).map((one) =>
      reader.read(one, id ?? 'a collection', unknown),
    );
    const source = toText(node, odrl('source'));
    const thing: Thing = {
      id,
      isCollection: node.types.some((type) => collections.includes(type)) || source !== undefined,
      source,
      partOf: listItems(node, odrl('partOf')).map((item) => ('id' in item ? item.id : item.text)),
      refinements,
    };
    if (unknown.size > 0) reader.note(thing, unknown);
    return thing;
  });
}

/** The actions of a rule; one that is refined has its name in `rdf:value` (2.5.4). */
export function listActions(
  graph: Graph,
  node: Node,
  reader: ConstraintReader,
  unknown = new Set<string>(),
): Action[] {
  return listItems(node, odrl('action')).map((item) => {
    if (!('id' in item)) return { id: undefined, name: toTerm(item.text), refinements: [] };
    const action = graph.get(item.id);
    const value = action === undefined ? undefined : toText(action, `${prefixes.rdf}value`);
    const id = item.id.startsWith('_:') ? undefined : item.id;
    if (value === undefined && id === undefined) {
      throw new LedgerError('policy-invalid', message('errors.odrl-action-name'));
    }
    return {
      id: value === undefined ? undefined : id,
      name: toTerm(value ?? item.id),
      refinements: (action === undefined ? [] : listNodes(graph, action, odrl('refinement'))).map((one) =>
        reader.read(one, value ?? item.id, unknown),
      ),
    };
  });
}
