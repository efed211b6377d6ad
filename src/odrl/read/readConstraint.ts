import { LedgerError } from '../../kernel/LedgerError.ts';
import { message, type Message } from '../../messages/Message.ts';
import { toTerm } from './contexts.ts';
import { listItems, listNodes, toText, type Graph, type Node } from './Graph.ts';
import { readLiteral } from '../values/Literal.ts';
import type { AtomicConstraint, Constraint, Value } from '../Policy.ts';
import { isMetadata } from './metadata.ts';
import { leftOperands, logicalOperators, odrl, findOperator, prefixes } from '../vocabulary.ts';

/** Rules and constraints of one policy, each counted as often as it is met. */
const most = 10_000;
const atomicProperties = new Set(
  ['uid', 'leftOperand', 'operator', 'rightOperand', 'unit', 'dataType', 'datatype', 'status'].map(odrl),
);
const severalAllowed = ['isA', 'hasPart', 'isPartOf', 'isAllOf', 'isAnyOf', 'isNoneOf'];

/** Reads the constraints of one document, and counts what is read. */
export interface ConstraintReader {
  /** @param unknown Takes the names of properties that are not understood. */
  read: (node: Node, where: string, unknown: Set<string>) => Constraint;
  count: (where: string) => void;
  /** Keeps what is not understood of an asset or party, for the rule it is in. */
  note: (thing: object, unknown: Set<string>) => void;
  unknownIn: (thing: object, unknown: Set<string>) => void;
}

/** @throws LedgerError `policy-invalid` from `read`, with the constraint or its rule, what was expected and what came. */
export function constraintReader(graph: Graph): ConstraintReader {
  const done = new Map<string, { constraint: Constraint; size: number; unknown: Set<string> }>();
  const noted = new Map<object, Set<string>>();
  const open: string[] = [];
  let total = 0;
  const grow = (by: number, where: string) => {
    total += by;
    if (total > most) {
      throw new LedgerError(
        'policy-invalid',
        message('errors.at-field', { field: where, fault: message('errors.odrl-parts', { most }) }),
      );
    }
  };
  const read = (node: Node, rule: string, unknown: Set<string>): Constraint => {
    const where = node.id.startsWith('_:') ? rule : node.id;
    const before = done.get(node.id);
    if (before !== undefined) {
      // The same constraint in two places is evaluated in both.
      grow(before.size, where);
      before.unknown.forEach((name) => unknown.add(name));
      return before.constraint;
    }
    if (open.includes(node.id)) {
      throw new LedgerError(
        'policy-invalid',
        message('errors.at-field', { field: where, fault: message('errors.odrl-constraint-circle') }),
      );
    }
    const start = total;
    grow(1, where);
    open.push(node.id);
    const found = new Set<string>();
    const constraint = logical(node, where, found) ?? atomic(node, where, found);
    open.pop();
    done.set(node.id, { constraint, size: total - start, unknown: found });
    found.forEach((name) => unknown.add(name));
    return constraint;
  };
  const logical = (node: Node, where: string, unknown: Set<string>): Constraint | undefined => {
    const [logic, second] = logicalOperators.filter((name) => node.properties.has(odrl(name)));
    if (logic === undefined) return undefined;
    if (second !== undefined || node.properties.has(odrl('leftOperand'))) {
      const got = [logic, second ?? message('errors.odrl-left-operand')];
      throw invalid(where, message('errors.odrl-operator', { got }));
    }
    const parts = listNodes(graph, node, odrl(logic));
    if (parts.length === 0) throw invalid(where, message('errors.odrl-constraints', { logic }));
    noteUnknown(node, new Set([odrl(logic), odrl('uid')]), unknown);
    return { id: named(node.id), logic, constraints: parts.map((part) => read(part, where, unknown)) };
  };
  return {
    read,
    count: (where) => grow(1, where),
    note: (thing, unknown) => noted.set(thing, unknown),
    unknownIn: (thing, unknown) => noted.get(thing)?.forEach((name) => unknown.add(name)),
  };
}

function atomic(node: Node, where: string, unknown: Set<string>): AtomicConstraint {
  const one = (property: string) => {
    const values = listItems(node, odrl(property));
    const [value] = values;
    if (value === undefined || values.length > 1)
      throw invalid(where, message('errors.odrl-one', { property, got: values.length }));
    return 'id' in value ? value.id : toTerm(value.text);
  };
  const [leftOperand, operator] = [one('leftOperand'), one('operator')];
  const dataType = toText(node, odrl('dataType')) ?? toText(node, odrl('datatype'));
  const reference = listItems(node, odrl('rightOperandReference'));
  const right = valuesIn(node, 'rightOperand', dataType);
  if (right.length === 0 && reference.length === 0)
    throw invalid(where, message('errors.odrl-right-operand'));
  const known = findOperator(operator);
  if (known !== undefined && right.length > 1 && !severalAllowed.includes(known)) {
    throw invalid(where, message('errors.odrl-right-operands', { operator: known, got: right.length }));
  }
  const [status, second] = valuesIn(node, 'status', undefined);
  if (second !== undefined)
    throw invalid(where, message('errors.odrl-one', { property: 'status', got: message('errors.several') }));
  for (const value of [...right, ...(status === undefined ? [] : [status])]) {
    try {
      readLiteral(value, leftOperands.get(leftOperand) ?? 'any');
    } catch (cause) {
      if (!(cause instanceof LedgerError)) throw cause;
      throw new LedgerError(
        'policy-invalid',
        message('errors.at-field', {
          field: `${where}, ${toShort(leftOperand)} ${toShort(operator)}`,
          fault: cause.translatable,
        }),
        {
          cause,
          details: { ...cause.details, constraint: where },
        },
      );
    }
  }
  noteUnknown(node, atomicProperties, unknown);
  const unit = toText(node, odrl('unit'));
  const others = listOthers(node);
  const constraint = { id: named(node.id), leftOperand, operator, right, unit, dataType, status };
  return others.length === 0 ? constraint : { ...constraint, others };
}

function listOthers(node: Node): { name: string; values: Value[] }[] {
  const names = [...node.properties.keys()].filter(
    (name) => !atomicProperties.has(name) && !isMetadata(name),
  );
  return names.map((name) => ({ name, values: literalValues(node, name, undefined) }));
}

function valuesIn(node: Node, property: string, dataType: string | undefined): Value[] {
  return literalValues(node, odrl(property), dataType);
}

function literalValues(node: Node, name: string, dataType: string | undefined): Value[] {
  const type = dataType === undefined ? undefined : expanded(dataType);
  return listItems(node, name).map((item) => {
    if ('id' in item) return { iri: item.id };
    const plain = item.type === `${prefixes.xsd}string` && item.language === undefined;
    if (plain && type !== undefined) return { text: item.text, type };
    const { text, language } = item;
    return language === undefined ? { text, type: item.type } : { text, type: item.type, language };
  });
}

/** The datatype may come as text: `odrl.jsonld` says nothing of it that a processor would resolve. */
function expanded(dataType: string): string {
  return dataType.startsWith('xsd:') ? `${prefixes.xsd}${dataType.slice(4)}` : dataType;
}

function noteUnknown(node: Node, known: ReadonlySet<string>, unknown: Set<string>): void {
  for (const name of node.properties.keys()) if (!known.has(name) && !isMetadata(name)) unknown.add(name);
}

function toShort(iri: string): string {
  return iri.startsWith(odrl('')) ? iri.slice(odrl('').length) : iri;
}

function named(id: string): string | undefined {
  return id.startsWith('_:') ? undefined : id;
}

function invalid(where: string, fault: Message<'errors'>): LedgerError {
  return new LedgerError('policy-invalid', message('errors.at-field', { field: where, fault }), {
    details: { constraint: where },
  });
}
