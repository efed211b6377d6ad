import type { Ontology } from '../../odrl/Ontology.ts';
import type { ValueKind } from '../../odrl/vocabulary.ts';
import { own, profileIri, type operands } from './profile.ts';
import { ownTerms } from './profileTerms.ts';

const kinds: Record<keyof typeof operands, ValueKind> = {
  attributionText: 'any',
  copies: 'count',
  impressions: 'count',
  items: 'count',
  licencesSold: 'count',
  owedByDescendants: 'any',
  prints: 'count',
  revenueShareBps: 'count',
  use: 'concept',
};

const terms = Object.entries(ownTerms);

/** What documents of the profile may say beside ODRL's own vocabulary. */
export const profileOntology: Ontology = {
  actions: new Map(
    terms
      .filter(([, { kind }]) => kind === 'Action')
      .map(([name, { includedIn }]) => [
        own(name),
        { includedIn: includedIn === undefined ? [] : [includedIn] },
      ]),
  ),
  operands: new Map(Object.entries(kinds).map(([name, kind]) => [own(name), kind])),
  wider: new Map(
    terms
      .filter(([, { kind }]) => !['Action', 'LeftOperand', 'Unit'].includes(kind))
      .map(([name, { broader }]) => [own(name), broader === undefined ? [] : [broader]]),
  ),
  understood: new Set([profileIri]),
};
