/**
 * What a JSON-LD document says, as nodes by their identifier: the same whatever form the document has.
 *
 * Names of properties are whole IRIs. Values keep the order that they came in.
 */
export type Graph = ReadonlyMap<string, Node>;

export interface Node {
  /** An IRI, or `_:` and a label of this document's own. */
  id: string;
  types: string[];
  properties: Map<string, Item[]>;
}

/** A reference to a node, a literal, or a list. */
export type Item =
  { id: string } | { text: string; type: string; language?: string | undefined } | { list: Item[] };

/** What a node says of a property, lists taken as their members. */
export function listItems(node: Node, property: string): Exclude<Item, { list: Item[] }>[] {
  return (node.properties.get(property) ?? []).flatMap(members);
}

/** The nodes a property refers to; one that the document says nothing about has no properties. */
export function listNodes(graph: Graph, node: Node, property: string): Node[] {
  return listItems(node, property).flatMap((item) =>
    'id' in item ? [graph.get(item.id) ?? bare(item.id)] : [],
  );
}

/** The first value of a property as text: an IRI, or a literal's. */
export function toText(node: Node, property: string): string | undefined {
  const [item] = listItems(node, property);
  return item === undefined ? undefined : 'id' in item ? item.id : item.text;
}

/** A node that nothing is said about. */
function bare(id: string): Node {
  return { id, types: [], properties: new Map() };
}

function members(item: Item): Exclude<Item, { list: Item[] }>[] {
  return 'list' in item ? item.list.flatMap(members) : [item];
}
