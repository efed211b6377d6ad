import { listItems, type Graph, type Node } from './Graph.ts';
import type { ActionTerm, Ontology } from '../Ontology.ts';
import { readGraph } from './readGraph.ts';
import { odrl, prefixes } from '../vocabulary.ts';

/** Properties that say what a thing is directly within. */
const widerProperties = [
  ...['broader', 'broaderTransitive', 'broadMatch'].map((name) => `${prefixes.skos}${name}`),
  ...[`${prefixes.rdfs}subClassOf`, `${prefixes.dct}isPartOf`, odrl('partOf')],
  ...[`${prefixes.schema}containedInPlace`, 'https://schema.org/containedInPlace'],
];
/** The same from the other side. */
const narrowerProperties = [
  ...['narrower', 'narrowerTransitive', 'narrowMatch'].map((name) => `${prefixes.skos}${name}`),
  ...[`${prefixes.dct}hasPart`, `${prefixes.schema}containsPlace`, 'https://schema.org/containsPlace'],
];
/** Classes that say what kind of term something is, and not what it is within. */
const termClasses = [prefixes.owl, prefixes.rdfs, prefixes.skos, prefixes.rdf, odrl('')];

/**
 * Reads what is within what from JSON-LD of any form: SKOS and RDFS hierarchies, classes of instances, places, parts and
 * ODRL's actions of a profile (`odrl:includedIn`, `odrl:implies`).
 *
 * @throws LedgerError `policy-invalid` as `readGraph` does.
 */
export async function readOntology(input: unknown): Promise<Ontology> {
  const { graph } = await readGraph(input, 'ontology');
  return { wider: widerIn(graph), actions: actionsIn(graph) };
}

function widerIn(graph: Graph): Map<string, string[]> {
  const wider = new Map<string, string[]>();
  const add = (id: string, around: readonly string[]) => {
    if (around.length > 0) wider.set(id, [...new Set([...(wider.get(id) ?? []), ...around])]);
  };
  for (const node of graph.values()) {
    add(node.id, [...widerProperties.flatMap((property) => idsIn(node, property)), ...listClasses(node)]);
    for (const part of narrowerProperties.flatMap((property) => idsIn(node, property))) add(part, [node.id]);
  }
  return wider;
}

function listClasses({ types }: Node): string[] {
  return types.filter((type) => !termClasses.some((namespace) => type.startsWith(namespace)));
}

function actionsIn(graph: Graph): Map<string, ActionTerm> {
  const actions = new Map<string, ActionTerm>();
  for (const node of graph.values()) {
    const [includedIn, implies] = [idsIn(node, odrl('includedIn')), idsIn(node, odrl('implies'))];
    if (includedIn.length + implies.length > 0) actions.set(node.id, { includedIn, implies });
  }
  return actions;
}

function idsIn(node: Node, property: string): string[] {
  return listItems(node, property).map((item) => ('id' in item ? item.id : item.text));
}
