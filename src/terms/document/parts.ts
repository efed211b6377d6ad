// The parts that documents are made of, in the compact form of ODRL's JSON-LD context. Operands and actions come as whole
// IRIs; what ODRL's context has a name for is written by it.

const odrlNamespace = 'http://www.w3.org/ns/odrl/2/';
/** Names that the context sets to something else than the term. */
const misnamed = ['industry', 'neq'];

/** `http://www.w3.org/ns/odrl/2/print` as `print`; other IRIs as they are. */
export function named(iri: string): string {
  if (!iri.startsWith(odrlNamespace)) return iri;
  const name = iri.slice(odrlNamespace.length);
  return misnamed.includes(name) ? `odrl:${name}` : name;
}

export interface Constraint {
  leftOperand: string;
  operator: string;
  rightOperand: unknown;
  unit?: { '@id': string };
}

/** Any of these IRIs. */
export function anyOf(leftOperand: string, iris: readonly string[]): Constraint {
  return constraint(leftOperand, 'isAnyOf', iris.map(reference));
}

/** None of these IRIs. */
export function noneOf(leftOperand: string, iris: readonly string[]): Constraint {
  return constraint(leftOperand, 'isNoneOf', iris.map(reference));
}

export function atMost(leftOperand: string, most: unknown, unit?: string): Constraint {
  return constraint(leftOperand, 'lteq', most, unit);
}

export function constraint(
  leftOperand: string,
  operator: string,
  rightOperand: unknown,
  unit?: string,
): Constraint {
  return {
    leftOperand: named(leftOperand),
    operator,
    rightOperand,
    ...(unit === undefined ? {} : { unit: reference(unit) }),
  };
}

/** An action with what narrows it (Information Model 2.2, 2.4). */
export function refined(action: string, refinement: readonly Constraint[]): unknown {
  if (refinement.length === 0) return named(action);
  return { 'rdf:value': reference(action), refinement };
}

function reference(iri: string): { '@id': string } {
  return { '@id': iri };
}

/** A literal of XML Schema. */
export function typed(type: 'integer' | 'dateTime' | 'duration', text: string) {
  return { '@value': text, '@type': `xsd:${type}` };
}

/** Days as a duration. */
export function days(count: number) {
  return typed('duration', `P${count}D`);
}
