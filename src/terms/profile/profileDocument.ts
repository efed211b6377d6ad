import { aiprefLabels } from '../crawlers/contentUsage.ts';
import { cawgEntries } from '../crawlers/cawgAssertion.ts';
import { equivalents } from './inProfileTerms.ts';
import { odrl, otherActions, own, profileIri, useActions } from './profile.ts';
import { ownTerms } from './profileTerms.ts';
import { formatTerms } from '../../messages/formatTerms.ts';
import { languageCodes } from '../../messages/languages.ts';
import { termName } from '../words/termName.ts';

/** What each kind of term is an instance of. */
const classes: Record<string, string> = { Action: 'odrl:Action', LeftOperand: 'odrl:LeftOperand' };

/**
 * The profile as an ontology in JSON-LD: every term of its own with its label, definition and place, and what other
 * vocabularies have for it (ODRL Profile Best Practices; SKOS Reference, section 10). `profile.jsonld` is this document.
 */
export function profileDocument(): Record<string, unknown> {
  return {
    '@context': {
      odrl: odrl(''),
      owl: 'http://www.w3.org/2002/07/owl#',
      skos: 'http://www.w3.org/2004/02/skos/core#',
      dct: 'http://purl.org/dc/terms/',
      label: { '@id': 'skos:prefLabel', '@container': '@language' },
      definition: { '@id': 'skos:definition', '@language': 'en' },
      notation: 'skos:notation',
      title: { '@id': 'dct:title', '@language': 'en' },
      version: 'owl:versionInfo',
      includedIn: { '@id': 'odrl:includedIn', '@type': '@id' },
      broader: { '@id': 'skos:broader', '@type': '@id' },
      exactMatch: { '@id': 'skos:exactMatch', '@type': '@id' },
      inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
    },
    '@graph': [
      {
        '@id': profileIri,
        '@type': ['owl:Ontology', 'odrl:Profile', 'skos:ConceptScheme'],
        title: 'The ODRL profile of Lianpu',
        version: '1',
      },
      ...Object.entries(ownTerms).map(([name, term]) => toTerm(name, term)),
    ],
  };
}

function toTerm(name: string, term: (typeof ownTerms)[string]): Record<string, unknown> {
  const iri = own(name);
  const same = Object.entries(equivalents).flatMap(([theirs, ours]) => (ours === iri ? [theirs] : []));
  const labels = [
    ...listLabels(aiprefLabels, iri).map((label) => `AIPREF ${label}`),
    ...listLabels(cawgEntries, iri).map((label) => `CAWG ${label}`),
  ];
  return {
    '@id': iri,
    '@type': [classes[term.kind] ?? `${profileIri}#${term.kind}`, 'skos:Concept'],
    inScheme: profileIri,
    label: labelsIn(iri),
    definition: term.definition,
    ...(term.includedIn === undefined ? {} : { includedIn: term.includedIn }),
    ...(term.broader === undefined ? {} : { broader: term.broader }),
    ...(same.length === 0 ? {} : { exactMatch: same }),
    ...(labels.length === 0 ? {} : { notation: labels }),
  };
}

function listLabels(labels: Record<string, string>, iri: string): string[] {
  const actions: Record<string, string> = { ...useActions, ...otherActions };
  return Object.entries(labels).flatMap(([label, use]) => (actions[use] === iri ? [label] : []));
}

/** What a term is called in each language. */
function labelsIn(iri: string): Record<string, string> {
  const name = termName(iri);
  if (typeof name === 'string') return {};
  return Object.fromEntries(languageCodes.map((language) => [language, formatTerms(language)(name)]));
}
