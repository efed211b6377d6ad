import type { Node } from '../read/Graph.ts';
import { odrl, prefixes } from '../vocabulary.ts';
import { orders, type Order } from './Hierarchy.ts';

type Relation = { orders: readonly Order[]; inverse: boolean } | 'same' | 'disjoint' | 'different';

const { skos, owl, rdfs, dct } = prefixes;
const geo = 'http://www.opengis.net/ont/geosparql#';
const broader: Relation = { orders, inverse: false };
const narrower: Relation = { orders, inverse: true };
const toKind: Relation = { orders: ['kind'], inverse: false };
const findPart: Relation = { orders: ['part'], inverse: false };
const hasPart: Relation = { orders: ['part'], inverse: true };

/** What properties of ontologies say: SKOS 8 and 10, RDFS 3.4, OWL 2 9.1 and 9.6, DCMI Terms, GeoSPARQL 7.2. */
const relations: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ...['broader', 'broaderTransitive', 'broadMatch'].map((name) => [`${skos}${name}`, broader] as const),
  ...['narrower', 'narrowerTransitive', 'narrowMatch'].map((name) => [`${skos}${name}`, narrower] as const),
  // Of classes a kind counts as a part, too; of instances it does not.
  ...[`${rdfs}subClassOf`, `${rdfs}subPropertyOf`].map((name) => [name, broader] as const),
  [odrl('includedIn'), toKind],
  ...[odrl('partOf'), `${dct}isPartOf`, `${geo}sfWithin`].map((name) => [name, findPart] as const),
  ...[odrl('hasPart'), `${dct}hasPart`, `${geo}sfContains`].map((name) => [name, hasPart] as const),
  ...['http://schema.org/', 'https://schema.org/'].flatMap((schema) => [
    ...['containedInPlace', 'containedIn', 'isPartOf'].map((name) => [`${schema}${name}`, findPart] as const),
    ...['containsPlace', 'hasPart'].map((name) => [`${schema}${name}`, hasPart] as const),
  ]),
  ...['http://www.geonames.org/ontology#', 'https://www.geonames.org/ontology#'].flatMap((gn) =>
    ['parentFeature', 'parentCountry', 'parentADM1', 'parentADM2', 'parentADM3', 'parentADM4'].map(
      (name) => [`${gn}${name}`, findPart] as const,
    ),
  ),
  ...[`${owl}sameAs`, `${owl}equivalentClass`, `${skos}exactMatch`].map((name) => [name, 'same'] as const),
  [`${owl}disjointWith`, 'disjoint'],
  [`${owl}differentFrom`, 'different'],
]);

export function findRelation(property: string): Relation | undefined {
  return relations.get(property);
}

/** The properties of a node whose members are disjoint or different from each other (OWL 2, 9.1.3, 9.1.4, 9.6.2). */
export function listSets(node: Node): [string, 'disjoint' | 'different'][] {
  const found: [string, 'disjoint' | 'different'][] = [];
  if (node.properties.has(`${owl}disjointUnionOf`)) found.push([`${owl}disjointUnionOf`, 'disjoint']);
  if (node.types.includes(`${owl}AllDisjointClasses`)) found.push([`${owl}members`, 'disjoint']);
  if (node.types.includes(`${owl}AllDifferent`)) {
    found.push([`${owl}distinctMembers`, 'different'], [`${owl}members`, 'different']);
  }
  return found;
}
