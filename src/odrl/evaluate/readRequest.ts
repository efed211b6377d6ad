import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { listItems, listNodes, toText, type Graph, type Node } from '../read/Graph.ts';
import { odrl, prefixes } from '../vocabulary.ts';

const sotw = (name: string) => `https://w3id.org/force/sotw#${name}`;
/** What one request may ask at once. */
const most = 1_000;

/** One action that a request is about. */
export interface Question {
  /** The rule that asks; undefined where it has no identifier. */
  id: string | undefined;
  /** The action's IRI; '' where the request has none. */
  action: string;
  target: string | undefined;
  assignee: string | undefined;
  /** Whether it is asked in the terms of the formal semantics. */
  isFormal: boolean;
}

/**
 * What is asked: the permissions of an `odrl:Request`, an evaluation request of the formal semantics, or an action alone,
 * each with at most an asset and a party. Of several actions, assets or parties each is asked.
 *
 * @returns The request's identifier, and nothing asked for a document that says nothing.
 * @throws LedgerError `policy-invalid` where a document says something and asks nothing.
 */
export function readRequest(graph: Graph): { id: string | undefined; questions: Question[] } {
  const nodes = [...graph.values()].filter((node) => node.properties.size > 0);
  const formal = nodes.filter((node) => node.properties.has(sotw('evaluatedAction')));
  const policies = nodes.filter((node) => node.properties.has(odrl('permission')));
  const rules =
    policies.length > 0 ? policies.flatMap((node) => listNodes(graph, node, odrl('permission'))) : nodes;
  const asking = rules.filter(
    (node) =>
      policies.length > 0 || ['action', 'target', 'assignee'].some((name) => node.properties.has(odrl(name))),
  );
  const questions = [
    ...formal.map((node): Question => ({
      id: named(node.id),
      action: toText(node, sotw('evaluatedAction')) ?? '',
      target: toText(node, sotw('evaluatedTarget')),
      assignee: toText(node, sotw('evaluatedParty')),
      isFormal: true,
    })),
    ...asking.flatMap((node) => listQuestions(graph, node)),
  ];
  if (questions.length === 0 && nodes.length > 0) {
    throw new LedgerError('policy-invalid', message('errors.odrl-request-empty'));
  }
  if (questions.length > most) {
    throw new LedgerError(
      'policy-invalid',
      message('errors.odrl-request-size', { most, got: questions.length }),
    );
  }
  return { id: named((policies[0] ?? formal[0] ?? asking[0])?.id ?? '_:'), questions };
}

function listQuestions(graph: Graph, node: Node): Question[] {
  const ids = (property: string): (string | undefined)[] => {
    const found = listItems(node, odrl(property)).map((item) => ('id' in item ? item.id : item.text));
    return found.length === 0 ? [undefined] : found.slice(0, most + 1);
  };
  const actions = ids('action').map((id) => {
    const action = id === undefined ? undefined : graph.get(id);
    return (action === undefined ? undefined : toText(action, `${prefixes.rdf}value`)) ?? id ?? '';
  });
  const questions: Question[] = [];
  for (const action of actions) {
    for (const target of ids('target')) {
      for (const assignee of ids('assignee')) {
        if (questions.length > most) return questions;
        questions.push({ id: named(node.id), action, target, assignee, isFormal: false });
      }
    }
  }
  return questions;
}

function named(id: string): string | undefined {
  return id.startsWith('_:') ? undefined : id;
}
