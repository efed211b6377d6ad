import { useNames } from '../../work/Uses.ts';
import { aiprefLabels } from '../crawlers/contentUsage.ts';
import { cawgEntries } from '../crawlers/cawgAssertion.ts';
import type { MachineUse } from '../crawlers/deriveSignals.ts';
import { equivalents } from './inProfileTerms.ts';
import { cc, dutyActions, odrl, otherActions, own, profileIri, useActions } from './profile.ts';
import { ownTerms } from './profileTerms.ts';

/** A row of a table: a term of the profile, and what another vocabulary has for it. */
type Row = readonly [term: string, ...others: string[]];

/** A table of the docs, from what the code maps by. */
interface Mapping {
  title: string;
  head: readonly string[];
  rows: Row[];
}

const short = (iri: string) =>
  iri
    .replace(`${profileIri}#`, 'lianpu:')
    .replace(odrl(''), 'odrl:')
    .replace(cc(''), 'cc:')
    .replace('http://www.w3.org/ns/tdmrep#', 'tdm:');

/** What each use is in the draft labels of PLUS, by what is still allowed where it is not. */
const plusRows: Row[] = [
  ['mining and all training allowed', '`DMI-ALLOWED`'],
  ['all but generative training allowed', '`DMI-PROHIBITED-GENAIMLTRAINING`'],
  ['mining allowed, no training', '`DMI-PROHIBITED-AIMLTRAINING`'],
  ['search allowed, nothing else', '`DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING`'],
  ['any of them under a condition', '`DMI-PROHIBITED-SEECONSTRAINT` with `plus:OtherConstraints`'],
  ['anything else', '`DMI-PROHIBITED`'],
];

/** What Creative Commons says with a licence (ccREL 1.0), and how terms say it. */
const creativeCommons: Row[] = [
  ['`uses`: `reproduce`', '`cc:permits cc:Reproduction`'],
  ['`uses`: `distribute`', '`cc:permits cc:Distribution`'],
  ['`uses`: `adapt`', '`cc:permits cc:DerivativeWorks`'],
  ['`attribution`', '`cc:requires cc:Attribution`'],
  ['`shareAlike`', '`cc:requires cc:ShareAlike`'],
  ['`nonCommercial`', '`cc:prohibits cc:CommercialUse`'],
];

/** Every table of docs/reference/profile.md. */
export function mappings(): Mapping[] {
  return [
    {
      title: 'Uses as actions',
      head: ['use', 'action', 'included in'],
      rows: useNames.map((use) => [code(use), code(short(useActions[use])), includedIn(useActions[use])]),
    },
    {
      title: 'Other actions that can be forbidden',
      head: ['name', 'action', 'included in'],
      rows: Object.entries(otherActions).map(([name, iri]) => [
        code(name),
        code(short(iri)),
        includedIn(iri),
      ]),
    },
    {
      title: 'Duties, remedies and consequences',
      head: ['name', 'action'],
      rows: Object.entries(dutyActions).map(([name, iri]) => [code(name), code(short(iri))]),
    },
    {
      title: 'Equivalent terms of other vocabularies',
      head: ['their term', 'action'],
      rows: Object.entries(equivalents).map(([theirs, ours]) => [code(short(theirs)), code(short(ours))]),
    },
    { title: 'Creative Commons', head: ['terms', 'ccREL'], rows: creativeCommons },
    { title: 'AIPREF', head: ['label', 'action'], rows: machineRows(aiprefLabels) },
    { title: 'CAWG', head: ['entry', 'action'], rows: machineRows(cawgEntries) },
    {
      title: 'TDM Reservation Protocol',
      head: ['terms', 'tdm-reservation'],
      rows: [
        ['`textAndDataMining`, `aiTraining` and `generativeTraining` allowed to everybody', '`0`'],
        ['anything else', '`1`, with `tdm-policy` where mining can be licensed'],
      ],
    },
    { title: 'PLUS and IPTC', head: ['terms', 'plus:DataMining'], rows: plusRows },
    {
      title: 'Purposes',
      head: ['name', 'IRI', 'always also'],
      rows: Object.entries(ownTerms)
        .filter(([, { kind }]) => kind === 'Purpose')
        .map(([name, { broader }]) => [
          code(name.replace('purpose-', '')),
          code(short(own(name))),
          broader === undefined ? '' : code(short(broader)),
        ]),
    },
  ];
}

function machineRows(labels: Record<string, MachineUse>): Row[] {
  const action: Record<MachineUse, string> = {
    textAndDataMining: useActions.textAndDataMining,
    aiTraining: useActions.aiTraining,
    generativeTraining: otherActions.generativeTraining,
    aiGeneration: useActions.aiGeneration,
    search: otherActions.search,
  };
  return Object.entries(labels).map(([label, use]) => [code(label), code(short(action[use]))]);
}

function includedIn(iri: string): string {
  const [, name = ''] = iri.split('#');
  const wider = iri.startsWith(profileIri) ? ownTerms[name]?.includedIn : undefined;
  return wider === undefined ? '' : code(short(wider));
}

function code(text: string): string {
  return `\`${text}\``;
}
