/**
 * The terms of ODRL 2.2 as whole IRIs: Core and Common Vocabulary (ODRL Vocabulary & Expression 2.2, sections 3 and 4).
 */
export const odrlNamespace = 'http://www.w3.org/ns/odrl/2/';

/** A term of ODRL as its IRI: `odrl('play')` is `http://www.w3.org/ns/odrl/2/play`. */
export function odrl(term: string): string {
  return `${odrlNamespace}${term}`;
}

const cc = (term: string) => `http://creativecommons.org/ns#${term}`;

/** Prefixes that ODRL's own JSON-LD context declares. */
export const prefixes = {
  odrl: odrlNamespace,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  schema: 'http://schema.org/',
  cc: 'http://creativecommons.org/ns#',
} as const;

/** Each action with the one that it is included in (`odrl:includedIn`); the two at the top have none (2.4). */
export const actionParents: ReadonlyMap<string, string | undefined> = new Map<string, string | undefined>([
  [odrl('use'), undefined],
  [odrl('transfer'), undefined],
  ...['give', 'sell'].map((name): [string, string] => [odrl(name), odrl('transfer')]),
  [odrl('display'), odrl('play')],
  [odrl('extract'), odrl('reproduce')],
  ...[
    ...['acceptTracking', 'aggregate', 'annotate', 'anonymize', 'archive', 'attribute', 'compensate'],
    ...['concurrentUse', 'delete', 'derive', 'digitize', 'distribute', 'ensureExclusivity', 'execute'],
    ...['grantUse', 'include', 'index', 'inform', 'install', 'modify', 'move', 'nextPolicy', 'obtainConsent'],
    ...['play', 'present', 'print', 'read', 'reproduce', 'reviewPolicy', 'stream', 'synchronize'],
    ...['textToSpeech', 'transform', 'translate', 'uninstall', 'watermark'],
  ].map((name): [string, string] => [odrl(name), odrl('use')]),
  ...[
    ...['Attribution', 'CommericalUse', 'CommercialUse', 'DerivativeWorks', 'Distribution', 'Notice'],
    ...['Reproduction', 'ShareAlike', 'Sharing', 'SourceCode'],
  ].map((name): [string, string] => [cc(name), odrl('use')]),
  // Deprecated by 2.2 and still met; the terms that replace them are uses or transfers.
  ...[
    ...[
      'adHocShare',
      'append',
      'appendTo',
      'attachPolicy',
      'attachSource',
      'commercialize',
      'copy',
      'export',
    ],
    ...['extractChar', 'extractPage', 'extractWord', 'license', 'pay', 'preview', 'secondaryUse', 'share'],
    ...['shareAlike', 'write', 'writeTo', 'lend', 'lease'],
  ].map((name): [string, string] => [odrl(name), odrl('use')]),
]);

/** How the values of a left operand are read and compared; `any` is whatever datatype the literal says. */
export type ValueKind =
  | 'any'
  | 'moment'
  | 'duration'
  | 'number'
  | 'count'
  | 'percentage'
  /** Something named: an IRI, or a word; may be within something wider through an ontology. */
  | 'concept'
  | 'territory'
  | 'language';

/** The left operands of the Common Vocabulary (4.5), and the kind of value of each. */
export const leftOperands: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  [odrl('dateTime'), 'moment'],
  ...['delayPeriod', 'elapsedTime', 'meteredTime', 'timeInterval'].map((name): [string, ValueKind] => [
    odrl(name),
    'duration',
  ]),
  [odrl('count'), 'count'],
  [odrl('percentage'), 'percentage'],
  ...['payAmount', 'resolution'].map((name): [string, ValueKind] => [odrl(name), 'number']),
  [odrl('spatial'), 'territory'],
  [odrl('language'), 'language'],
  ...[
    ...['deliveryChannel', 'device', 'event', 'fileFormat', 'industry', 'media', 'product', 'purpose'],
    ...['recipient', 'system', 'systemDevice', 'unitOfCount', 'virtualLocation'],
  ].map((name): [string, ValueKind] => [odrl(name), 'concept']),
  ...[
    ...['absolutePosition', 'absoluteSpatialPosition', 'absoluteSize', 'absoluteTemporalPosition'],
    ...['relativePosition', 'relativeSize', 'relativeSpatialPosition', 'relativeTemporalPosition'],
    ...['spatialCoordinates', 'version'],
  ].map((name): [string, ValueKind] => [odrl(name), 'any']),
]);

/** The relational operators (Information Model 2.5.1). */
export const operators = [
  ...(['eq', 'neq', 'gt', 'gteq', 'lt', 'lteq'] as const),
  ...(['isA', 'hasPart', 'isPartOf', 'isAllOf', 'isAnyOf', 'isNoneOf'] as const),
];
export type Operator = (typeof operators)[number];

/** The operators of logical constraints (2.5.2). */
export const logicalOperators = ['and', 'or', 'xone', 'andSequence'] as const;

/** The name of an operator from its IRI; undefined for one that ODRL does not have. */
export function findOperator(iri: string): Operator | undefined {
  return operators.find((name) => odrl(name) === iri);
}

/** Actions that include an action, itself first; undefined for one that is not of the vocabulary. */
export function includingActions(action: string): string[] | undefined {
  if (!actionParents.has(action)) return undefined;
  const found = [action];
  for (let next = actionParents.get(action); next !== undefined; next = actionParents.get(next))
    found.push(next);
  return found;
}
