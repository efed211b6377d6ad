import type { Signals } from './deriveSignals.ts';

const vocabulary = 'http://ns.useplus.org/ldf/vocab/';

/** The codes of the PLUS Data Mining property that terms come to, which IPTC's photo metadata take over (2023.1). */
const plusCodes = {
  allowed: 'DMI-ALLOWED',
  noGenerativeTraining: 'DMI-PROHIBITED-GENAIMLTRAINING',
  noTraining: 'DMI-PROHIBITED-AIMLTRAINING',
  searchOnly: 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING',
  nothing: 'DMI-PROHIBITED',
  seeConstraints: 'DMI-PROHIBITED-SEECONSTRAINT',
} as const;

/** The code as the IRI that XMP holds. */
export function plusDataMining(signals: Signals): string {
  return `${vocabulary}${plusCodes[toMeaning(signals)]}`;
}

function toMeaning({
  textAndDataMining,
  aiTraining,
  generativeTraining,
  search,
}: Signals): keyof typeof plusCodes {
  const all = [textAndDataMining, aiTraining, generativeTraining];
  if (all.includes('constrained') || search === 'constrained') return 'seeConstraints';
  if (search === 'notAllowed') return 'nothing';
  if (textAndDataMining !== 'allowed') return search === 'allowed' ? 'searchOnly' : 'nothing';
  if (aiTraining !== 'allowed') return generativeTraining === 'allowed' ? 'nothing' : 'noTraining';
  return generativeTraining === 'allowed' ? 'allowed' : 'noGenerativeTraining';
}
