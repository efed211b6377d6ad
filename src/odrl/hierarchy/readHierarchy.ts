import { LedgerError } from '../../kernel/LedgerError.ts';
import { message, type Message } from '../../messages/Message.ts';
import { listItems, listNodes, type Graph, type Node } from '../read/Graph.ts';
import type { Ontology } from '../Ontology.ts';
import { readGraph } from '../read/readGraph.ts';
import { prefixes } from '../vocabulary.ts';
import { findRelation, listSets } from './ontologyTerms.ts';
import { BudgetSpent } from '../solve/Domain.ts';
import { createHierarchy, orders, type Facts, type Hierarchy } from './Hierarchy.ts';
import { describeValue } from '../../kernel/json/describeValue.ts';

/** An ontology in short: terms are IRIs or words as policies write them. */
interface CompactOntology {
  /** By term what it is below, whether as a kind or as a part (`skos:broader`). */
  broader?: Record<string, readonly string[]>;
  /** By term what it is a kind or an instance of (`rdfs:subClassOf`, `rdf:type`). */
  kindOf?: Record<string, readonly string[]>;
  /** By term what it is a part of (`dct:isPartOf`). */
  partOf?: Record<string, readonly string[]>;
  /** Sets of terms that nothing is below two of (`owl:disjointWith`). */
  disjoint?: readonly (readonly string[])[];
  /** Sets of terms that are not the same (`owl:AllDifferent`). */
  different?: readonly (readonly string[])[];
  /** Sets of names for the same (`owl:sameAs`, `skos:exactMatch`). */
  same?: readonly (readonly string[])[];
  /** By left operand all the values it can have. */
  values?: Record<string, readonly string[]>;
}

const byTerm = ['broader', 'kindOf', 'partOf', 'values'] as const;
const bySet = ['disjoint', 'different', 'same'] as const;

/**
 * Reads an ontology: JSON-LD of any form, in short, or one that an evaluation is given. None is an empty one.
 *
 * @throws LedgerError `policy-invalid` where it is none of these, or contradicts itself.
 */
export async function readHierarchy(input: unknown): Promise<Hierarchy> {
  const hierarchy = createHierarchy(await factsIn(input));
  const found = contradictionIn(hierarchy);
  if (found !== undefined) {
    const [one, other] = found.disjoint;
    throw new LedgerError(
      'policy-invalid',
      message('errors.odrl-ontology-contradiction', { name: found.name, one, other }),
      { details: { ...found } },
    );
  }
  return hierarchy;
}

function contradictionIn(hierarchy: Hierarchy) {
  try {
    return hierarchy.contradiction();
  } catch (cause) {
    if (!(cause instanceof BudgetSpent)) throw cause;
    throw new LedgerError('policy-invalid', message('errors.odrl-ontology-size'), { cause });
  }
}

async function factsIn(input: unknown): Promise<Facts> {
  if (input === undefined || input === null) return noFacts();
  if (isEvaluators(input)) return factsOfOntology(input);
  if (isCompact(input)) return factsOfCompact(input);
  return factsOfGraph((await readGraph(input, 'ontology')).graph);
}

function noFacts(): Facts {
  return { below: [], disjoint: [], different: [], same: [], values: new Map(), kinds: new Map() };
}

function isEvaluators(input: object): input is Ontology {
  return ['wider', 'actions', 'operands'].some(
    (name) => (input as Record<string, unknown>)[name] instanceof Map,
  );
}

function factsOfOntology({ wider, actions, operands }: Ontology): Facts {
  const facts: Facts = { ...noFacts(), kinds: operands ?? new Map() };
  wider?.forEach((all, term) => all.forEach((one) => facts.below.push({ term, wider: one, orders })));
  actions?.forEach(({ includedIn }, term) =>
    includedIn?.forEach((one) => facts.below.push({ term, wider: one, orders: ['kind'] })),
  );
  return facts;
}

function isCompact(input: object): input is CompactOntology {
  const names = Object.keys(input);
  const own: readonly string[] = [...byTerm, ...bySet];
  return !Array.isArray(input) && names.every((name) => own.includes(name));
}

function factsOfCompact(compact: CompactOntology): Facts {
  const facts = noFacts();
  for (const name of byTerm) {
    for (const [term, all] of Object.entries(compact[name] ?? {})) {
      const terms = termsIn(all, `${name} of ${term}`);
      if (name === 'values') facts.values.set(term, terms);
      const of = name === 'broader' ? orders : name === 'kindOf' ? (['kind'] as const) : (['part'] as const);
      if (name !== 'values') terms.forEach((wider) => facts.below.push({ term, wider, orders: of }));
    }
  }
  for (const name of bySet) {
    const sets: unknown = compact[name] ?? [];
    if (!Array.isArray(sets)) throw invalid(message('errors.odrl-lists', { name }), sets);
    facts[name].push(...sets.map((set) => termsIn(set, name)));
  }
  return facts;
}

function termsIn(all: unknown, what: string): string[] {
  if (Array.isArray(all) && all.every((one) => typeof one === 'string')) return all;
  throw invalid(message('errors.odrl-term-list', { name: what }), all);
}

function factsOfGraph(graph: Graph): Facts {
  const facts = noFacts();
  for (const node of graph.values()) {
    for (const type of node.types) {
      if (!/\/(owl|rdf-schema|22-rdf-syntax-ns|core)#/.test(type)) {
        facts.below.push({ term: node.id, wider: type, orders: ['kind'] });
      }
    }
    for (const property of node.properties.keys()) {
      const relation = findRelation(property);
      if (relation === undefined) continue;
      for (const item of listItems(node, property)) {
        const other = 'id' in item ? item.id : item.text;
        if (relation === 'same' || relation === 'disjoint' || relation === 'different') {
          facts[relation].push([node.id, other]);
        } else {
          const [term, wider] = relation.inverse ? [other, node.id] : [node.id, other];
          facts.below.push({ term, wider, orders: relation.orders });
        }
      }
    }
    for (const [property, relation] of listSets(node)) facts[relation].push(listMembers(node, property));
    const values = listNodes(graph, node, `${prefixes.rdfs}range`).flatMap((range) =>
      listMembers(range, `${prefixes.owl}oneOf`),
    );
    if (values.length > 0) facts.values.set(node.id, values);
  }
  return facts;
}

function listMembers(node: Node, property: string): string[] {
  return listItems(node, property).map((item) => ('id' in item ? item.id : item.text));
}

function invalid(expected: Message<'errors'>, got: unknown): LedgerError {
  return new LedgerError(
    'policy-invalid',
    message('errors.odrl-ontology-part', { expected, got: describeValue(got) }),
  );
}
