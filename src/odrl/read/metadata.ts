import { odrl, prefixes } from '../vocabulary.ts';

/** Namespaces of properties that describe and do not rule (Information Model 2.8). */
const descriptive = [
  ...[
    prefixes.dct,
    prefixes.rdfs,
    prefixes.skos,
    prefixes.foaf,
    prefixes.schema,
    prefixes.vcard,
    prefixes.owl,
  ],
  ...['http://purl.org/dc/elements/1.1/', 'http://www.w3.org/ns/prov#', 'https://schema.org/'],
];

/** Whether a property only describes; what replaces a policy makes it void (2.8). */
export function isMetadata(property: string): boolean {
  if (property === `${prefixes.dct}isReplacedBy`) return false;
  return descriptive.some((namespace) => property.startsWith(namespace));
}

/**
 * Properties of rules whose meaning is known: those that decide what a rule is about, and the roles of parties in it,
 * which say who has to act and not whether (2.3.1).
 */
export const knownRuleProperties: ReadonlySet<string> = new Set(
  [
    ...['uid', 'target', 'assigner', 'assignee', 'action', 'output'],
    ...['attributedParty', 'attributingParty', 'compensatedParty', 'compensatingParty', 'consentedParty'],
    ...['consentingParty', 'contractedParty', 'contractingParty', 'informedParty', 'informingParty'],
    ...['trackedParty', 'trackingParty'],
  ].map(odrl),
);
