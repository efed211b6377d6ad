import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { listItems, listNodes, type Graph, type Node } from './Graph.ts';
import type { ConflictStrategy, Policy, Rule, RuleKind } from '../Policy.ts';
import { constraintReader, type ConstraintReader } from './readConstraint.ts';
import { listActions, listThings } from './readThings.ts';
import { odrl, odrlNamespace } from '../vocabulary.ts';
import { isMetadata, knownRuleProperties } from './metadata.ts';

const ruleProperties = { permission: 'permission', prohibition: 'prohibition', obligation: 'duty' } as const;
const policyProperties = new Set(
  ['uid', 'profile', 'inheritFrom', 'conflict', 'inheritAllowed', ...Object.keys(ruleProperties)].map(odrl),
);
const dutyProperties: Record<RuleKind, string> = {
  permission: odrl('duty'),
  prohibition: odrl('remedy'),
  duty: odrl('consequence'),
};
const ruleClasses: Record<RuleKind, string> = {
  permission: odrl('Permission'),
  prohibition: odrl('Prohibition'),
  duty: odrl('Duty'),
};

/** The nodes of a document that are policies, by their class or their rules. */
export function policyNodes(graph: Graph): Node[] {
  return [...graph.values()].filter(
    (node) =>
      Object.keys(ruleProperties).some((name) => node.properties.has(odrl(name))) ||
      node.properties.has(odrl('inheritFrom')),
  );
}

/**
 * The policy a node of a document is (Information Model 2.2, 2.1). What is said for all its rules (2.7.1) and by assets
 * and parties about the policy (2.2.3, 2.3.3) is in each of them.
 *
 * @throws LedgerError `policy-invalid`, naming the rule or constraint, what was expected and what came.
 */
export function composePolicy(graph: Graph, node: Node, dropped: readonly string[] = []): Policy {
  const reader = constraintReader(graph);
  const shared = sharedBy(graph, node, reader);
  const rules = Object.entries(ruleProperties).map(([property, kind]) =>
    listNodes(graph, node, odrl(property)).map((one) =>
      withShared(toRule(graph, one, kind, reader, []), shared),
    ),
  );
  const [permissions = [], prohibitions = [], obligations = []] = rules;
  const inheritFrom = idsIn(node, 'inheritFrom');
  if (rules.every((some) => some.length === 0) && inheritFrom.length === 0) {
    throw new LedgerError('policy-invalid', message('errors.odrl-rules-missing'));
  }
  const { conflict, unknown } = toConflict(node);
  return {
    id: named(node.id),
    type: node.types.find((type) => type.startsWith(odrlNamespace)) ?? node.types[0] ?? odrl('Set'),
    profiles: idsIn(node, 'profile'),
    conflict,
    inheritFrom,
    permissions,
    prohibitions,
    obligations,
    shared,
    unknown: [
      ...unknown,
      ...dropped,
      ...[...node.properties.keys()].filter(
        (name) => !policyProperties.has(name) && !knownRuleProperties.has(name) && !isMetadata(name),
      ),
    ],
  };
}

type Shared = Pick<Rule, 'targets' | 'assigners' | 'assignees' | 'actions'>;

/** Adds what is said for all rules (2.7.1); a rule that says nothing of its own is then about that. */
export function withShared(rule: Rule, shared: Shared): Rule {
  const add = <T>(own: T[], common: T[]) => [...own, ...common.filter((one) => !own.includes(one))];
  return {
    ...rule,
    targets: add(rule.targets, shared.targets),
    assigners: add(rule.assigners, shared.assigners),
    assignees: add(rule.assignees, shared.assignees),
    actions: add(rule.actions, shared.actions),
  };
}

function sharedBy(graph: Graph, node: Node, reader: ConstraintReader): Shared {
  const about = (property: string) =>
    [...graph.values()].filter((other) =>
      listItems(other, odrl(property)).some((item) => 'id' in item && item.id === node.id),
    );
  return {
    targets: listThings(graph, [...listNodes(graph, node, odrl('target')), ...about('hasPolicy')], reader),
    assigners: listThings(
      graph,
      [...listNodes(graph, node, odrl('assigner')), ...about('assignerOf')],
      reader,
    ),
    assignees: listThings(
      graph,
      [...listNodes(graph, node, odrl('assignee')), ...about('assigneeOf')],
      reader,
    ),
    actions: listActions(graph, node, reader),
  };
}

function toRule(graph: Graph, node: Node, kind: RuleKind, reader: ConstraintReader, within: string[]): Rule {
  const where = named(node.id) ?? kind;
  if (within.includes(node.id)) {
    throw new LedgerError(
      'policy-invalid',
      message('errors.at-field', { field: where, fault: message('errors.odrl-rule-circle') }),
    );
  }
  const other = Object.entries(ruleClasses).find(([of, type]) => of !== kind && node.types.includes(type));
  if (other !== undefined && !node.types.includes(ruleClasses[kind])) {
    throw new LedgerError(
      'policy-invalid',
      message('errors.at-field', {
        field: where,
        fault: message('errors.odrl-rule-kind', { expected: kind, got: other[0] }),
      }),
    );
  }
  reader.count(where);
  const things = (property: string) => listThings(graph, listNodes(graph, node, odrl(property)), reader);
  const unknown = new Set<string>();
  const constraints = listNodes(graph, node, odrl('constraint')).map((one) =>
    reader.read(one, where, unknown),
  );
  const rule: Rule = {
    id: named(node.id),
    kind,
    targets: things('target'),
    assigners: things('assigner'),
    assignees: things('assignee'),
    actions: listActions(graph, node, reader, unknown),
    constraints,
    duties: listNodes(graph, node, dutyProperties[kind]).map((one) =>
      toRule(graph, one, 'duty', reader, [...within, node.id]),
    ),
    unknown: [],
  };
  const own = new Set([dutyProperties[kind], odrl('constraint')]);
  for (const name of node.properties.keys()) {
    if (!own.has(name) && !knownRuleProperties.has(name) && !isMetadata(name)) unknown.add(name);
  }
  for (const thing of [...rule.targets, ...rule.assigners, ...rule.assignees])
    reader.unknownIn(thing, unknown);
  return { ...rule, unknown: [...unknown] };
}

function toConflict(node: Node): { conflict: ConflictStrategy | undefined; unknown: string[] } {
  const values = listItems(node, odrl('conflict')).map((item) => ('id' in item ? item.id : item.text));
  const known = (['perm', 'prohibit', 'invalid'] as const).filter(
    (name) => values.includes(odrl(name)) || values.includes(name),
  );
  const unknown = values.filter((value) => !known.some((name) => value === name || value === odrl(name)));
  // "If a Policy has multiple conflict property values … the entire Policy MUST be void" (2.10).
  return { conflict: known.length > 1 ? 'invalid' : known[0], unknown };
}

function idsIn(node: Node, property: string): string[] {
  return listItems(node, odrl(property)).map((item) => ('id' in item ? item.id : item.text));
}

/** The identifier of what has one; blank nodes have none. */
function named(id: string): string | undefined {
  return id.startsWith('_:') ? undefined : id;
}
