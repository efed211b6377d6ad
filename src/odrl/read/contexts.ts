import {
  actionParents,
  leftOperands,
  logicalOperators,
  odrlNamespace,
  operators,
  prefixes,
} from '../vocabulary.ts';

/** How a term of a context is read (JSON-LD 1.1, 9.3): `@id` an IRI, `@vocab` a term or an IRI; '' as it is written. */
export type Coercion = '@id' | '@vocab' | '';

const classes = [
  ...[
    'Policy',
    'Set',
    'Offer',
    'Agreement',
    'Assertion',
    'Privacy',
    'Request',
    'Ticket',
    'Rule',
    'Permission',
  ],
  ...['Prohibition', 'Duty', 'Action', 'Asset', 'AssetCollection', 'Party', 'PartyCollection', 'Constraint'],
  ...[
    'LogicalConstraint',
    'Operator',
    'LeftOperand',
    'RightOperand',
    'ConflictTerm',
    'AssetScope',
    'PartyScope',
  ],
  ...['UndefinedTerm'],
];
const individuals = [
  'perm',
  'prohibit',
  'invalid',
  'policyUsage',
  'ignore',
  'support',
  'All',
  'Group',
  'Individual',
];
const toNodes = [
  ...['profile', 'inheritFrom', 'permission', 'prohibition', 'obligation', 'duty', 'consequence', 'remedy'],
  ...[
    'failure',
    'constraint',
    'refinement',
    'relation',
    'target',
    'output',
    'hasPolicy',
    'function',
    'assigner',
  ],
  ...['assignee', 'assignerOf', 'assigneeOf', 'attributedParty', 'attributingParty', 'compensatedParty'],
  ...['compensatingParty', 'consentedParty', 'consentingParty', 'contractedParty', 'contractingParty'],
  ...[
    'informedParty',
    'informingParty',
    'trackedParty',
    'trackingParty',
    'payeeParty',
    'partOf',
    'source',
    'scope',
  ],
  ...['operand', ...logicalOperators],
];
const toTerms = ['action', 'includedIn', 'implies', 'conflict', 'undefined', 'leftOperand', 'operator'];
const asWritten = ['rightOperand', 'unit', 'dataType', 'status', 'inheritAllowed'];

/**
 * The terms of `http://www.w3.org/ns/odrl.jsonld` (ODRL Vocabulary & Expression 2.2, 5.1), with the IRI and the coercion
 * of each.
 */
export const odrlTerms: ReadonlyMap<string, { iri: string; coercion: Coercion }> = new Map([
  ...[...classes, ...individuals, ...operators, ...listNames(actionParents), ...listNames(leftOperands)].map(
    as(''),
  ),
  ...toNodes.map(as('@id')),
  ...toTerms.map(as('@vocab')),
  ...asWritten.map(as('')),
  ...[as('@id', 'rightOperandReference')('rightOperandReference')],
  ['datatype', { iri: `${odrlNamespace}dataType`, coercion: '' }],
]);

const sotw = 'https://w3id.org/force/sotw#';
const fromFormalSemantics =
  'https://raw.githubusercontent.com/w3c/odrl/refs/heads/master/formal-semantics/ontology/';

/** A term that came as text: its IRI where it is one of ODRL's, with or without the prefix. */
export function toTerm(text: string): string {
  return text.startsWith('odrl:') ? `${odrlNamespace}${text.slice(5)}` : (odrlTerms.get(text)?.iri ?? text);
}

/** The contexts that documents may name; no other is ever loaded. */
export const contexts: ReadonlyMap<string, object> = new Map<string, object>([
  ['http://www.w3.org/ns/odrl.jsonld', odrlContext()],
  ['https://www.w3.org/ns/odrl.jsonld', odrlContext()],
  [`${fromFormalSemantics}evaluation_request.json`, requestContext()],
  [`${fromFormalSemantics}stow.json`, stateContext()],
]);

function odrlContext(): object {
  const terms = [...odrlTerms].map(([name, { iri, coercion }]) => [
    name,
    coercion === '' ? iri : { '@id': iri, '@type': coercion },
  ]);
  return { ...prefixes, uid: '@id', type: '@type', ...(Object.fromEntries(terms) as object) };
}

/** What a request to evaluate is written in (ODRL Formal Semantics, Evaluation Request). */
function requestContext(): object {
  const node = (name: string) => ({ '@id': `${sotw}${name}`, '@type': '@id' });
  return {
    sotw,
    EvaluationRequest: `${sotw}EvaluationRequest`,
    RequestParameter: `${sotw}RequestParameter`,
    evaluatedAction: node('evaluatedAction'),
    evaluatedParty: node('evaluatedParty'),
    evaluatedTarget: node('evaluatedTarget'),
    requestParameters: {
      '@id': `${sotw}requestParameter`,
      '@context': { value: `${sotw}value`, describesFeature: node('describesFeature') },
    },
  };
}

/** What a state of the world is written in (ODRL Formal Semantics, State of the World). */
function stateContext(): object {
  return {
    sotw,
    SotW: `${sotw}SotW`,
    context: {
      '@id': `${sotw}context`,
      '@context': { conditionId: { '@id': `${sotw}conditionId`, '@type': '@id' } },
    },
  };
}

function listNames(terms: ReadonlyMap<string, unknown>): string[] {
  return [...terms.keys()]
    .filter((iri) => iri.startsWith(odrlNamespace))
    .map((iri) => iri.slice(odrlNamespace.length));
}

function as(coercion: Coercion, iri?: string) {
  return (name: string): [string, { iri: string; coercion: Coercion }] => [
    name,
    { iri: `${odrlNamespace}${iri ?? name}`, coercion },
  ];
}
