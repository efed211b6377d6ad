import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { listItems, listNodes, toText, type Graph, type Item, type Node } from '../read/Graph.ts';
import { tryLiteral } from '../values/Literal.ts';
import type { Moment } from '../values/moment.ts';
import type { Knowledge } from '../Knowledge.ts';
import type { Value } from '../Policy.ts';
import { odrl, prefixes } from '../vocabulary.ts';
import type { DeonticState, PerformedAction, ReportedRule, World } from './World.ts';

const sotw = (name: string) => `https://w3id.org/force/sotw#${name}`;
const dateTime = odrl('dateTime');
/** What is stated of one left operand: each value is compared with each right operand. */
const mostValues = 100;
const equals = [odrl('eq'), 'eq'];

/**
 * What a state of the world and a request say; where both speak of the same the state counts, as it is not the asking
 * party's own word.
 *
 * Understood are properties named as left operands are, parameters of a request, constraints that say what a left operand
 * equals, `odrl:partOf`, the time as `dct:issued` of what is called `currentTime`, compliance reports of rules, performed
 * actions (what has an `odrl:action`) and payments.
 */
export function readWorld(request: Graph, state: Graph, knowledge: Knowledge): World {
  const facts = new Map<string, Value[]>();
  for (const graph of [state, request]) {
    for (const [operand, values] of factsIn(graph, graph === state, knowledge)) {
      if (!facts.has(operand)) facts.set(operand, values);
    }
  }
  const [time] = facts.get(dateTime) ?? [];
  return {
    stated: time === undefined || 'iri' in time ? undefined : time.text,
    facts,
    memberOf: listMembers([request, state]),
    reports: reportsIn(state),
    performed: [...state.values()].flatMap((node) => performedBy(state, node, knowledge)),
  };
}

function factsIn(graph: Graph, isState: boolean, knowledge: Knowledge): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  const add = (operand: string, values: Value[]) => {
    if (values.length === 0) return;
    const all = [...(found.get(operand) ?? []), ...values];
    if (all.length > mostValues) {
      throw new LedgerError(
        'policy-invalid',
        message('errors.at-field', {
          field: operand,
          fault: message('errors.odrl-values', { most: mostValues, got: all.length }),
        }),
      );
    }
    found.set(operand, all);
  };
  for (const node of graph.values()) {
    const feature = toText(node, sotw('describesFeature'));
    if (feature !== undefined) {
      const of = feature === sotw('CurrentXSDDateTime') ? dateTime : feature;
      add(
        of,
        listItems(node, sotw('value')).map((item) => toValue(graph, item)),
      );
      continue;
    }
    const operand = toText(node, odrl('leftOperand'));
    if (operand !== undefined) {
      if (!equals.includes(toText(node, odrl('operator')) ?? '')) continue;
      add(
        operand,
        listItems(node, odrl('rightOperand')).map((item) => toValue(graph, item)),
      );
      continue;
    }
    if (isState && isPerformed(node)) continue;
    if (localName(node.id) === 'currentTime') {
      add(
        dateTime,
        listItems(node, `${prefixes.dct}issued`).map((item) => toValue(graph, item)),
      );
    }
    for (const [property, values] of statedBy(graph, node, knowledge)) add(property, values);
  }
  return found;
}

/** What a node says by properties that are named as left operands, or as the current time. */
function statedBy(graph: Graph, node: Node, knowledge: Knowledge): [string, Value[]][] {
  return [...node.properties.keys()].flatMap((property): [string, Value[]][] => {
    const operand = localName(property) === 'currentTime' ? dateTime : property;
    if (knowledge.kindOf(operand) === undefined) return [];
    return [[operand, listItems(node, property).map((item) => toValue(graph, item))]];
  });
}

/** A number may come as a node whose class is a datatype, in requests of the formal semantics. */
function toValue(graph: Graph, item: Exclude<Item, { list: Item[] }>): Value {
  if (!('id' in item)) return item;
  const type = graph.get(item.id)?.types.find((one) => one.startsWith(prefixes.xsd));
  return type === undefined ? { iri: item.id } : { text: item.id, type };
}

/** The collections that each thing says it is in. */
function listMembers(graphs: readonly Graph[]): Map<string, string[]> {
  const direct = new Map<string, string[]>();
  for (const node of graphs.flatMap((graph) => [...graph.values()])) {
    const collections = listItems(node, odrl('partOf')).map((item) => ('id' in item ? item.id : item.text));
    if (collections.length > 0) direct.set(node.id, [...(direct.get(node.id) ?? []), ...collections]);
  }
  return direct;
}

const deonticStates: Record<string, DeonticState> = {
  fulfilled: 'Fulfilled',
  violated: 'Violated',
  nonset: 'NonSet',
  notset: 'NonSet',
};

/** Reports of rules, in whatever version of their vocabulary: names in it did not change. */
function reportsIn(graph: Graph): Map<string, ReportedRule> {
  const found = new Map<string, ReportedRule>();
  for (const node of graph.values()) {
    const said = new Map([...node.properties.keys()].map((property) => [localName(property), property]));
    const [rule, state] = [said.get('rule'), said.get('deonticState')];
    if (rule === undefined || state === undefined) continue;
    const deontic =
      deonticStates[
        localName(toText(node, state) ?? '')
          .replace('-', '')
          .toLowerCase()
      ];
    const of = toText(node, rule);
    if (deontic !== undefined && of !== undefined) found.set(of, { id: node.id, deontic });
  }
  return found;
}

function isPerformed(node: Node): boolean {
  return node.properties.has(odrl('action')) || isPayment(node) || toCondition(node) !== undefined;
}

function isPayment(node: Node): boolean {
  return node.types.some((type) => localName(type) === 'Payment');
}

function toCondition(node: Node): string | undefined {
  return toText(node, sotw('conditionId')) ?? toText(node, sotw('conditionID'));
}

function performedBy(graph: Graph, node: Node, knowledge: Knowledge): PerformedAction[] {
  if (!isPerformed(node)) return [];
  const said = new Map([...node.properties.keys()].map((property) => [localName(property), property]));
  const text = (name: string) => {
    const property = said.get(name);
    return property === undefined ? undefined : toText(node, property);
  };
  const facts = new Map(statedBy(graph, node, knowledge));
  const amount = said.get('netAmount') ?? said.get('amount');
  if (isPayment(node) && amount !== undefined) {
    facts.set(
      odrl('payAmount'),
      listItems(node, amount).map((item) => toValue(graph, item)),
    );
  }
  const when = text('paymentDate') ?? text('dateTime') ?? text('issued');
  // With a space, as databases write it, it is meant as well.
  const date: Value | undefined = when === undefined ? undefined : { text: when.replace(' ', 'T'), type: '' };
  if (date !== undefined) facts.set(dateTime, [date]);
  const common = {
    conditionId: toCondition(node),
    target: text('target'),
    party: text('assignee') ?? text('payer'),
    payee: text('payee'),
    unit: text('currency'),
    moment: date === undefined ? undefined : toMoment(date),
    facts,
  };
  const actions = listNodes(graph, node, odrl('action')).map(({ id }) => id);
  if (actions.length === 0) actions.push(isPayment(node) ? odrl('compensate') : '');
  return actions.map((action) => ({ ...common, action }));
}

function toMoment(value: Value): Moment | undefined {
  const literal = tryLiteral(value, 'moment');
  return literal?.kind === 'moment' ? literal : undefined;
}

/** What comes behind the namespace of an IRI. */
function localName(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'), iri.lastIndexOf(':')) + 1);
}
