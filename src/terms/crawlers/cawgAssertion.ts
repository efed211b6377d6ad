import type { MachineUse, Signals } from './deriveSignals.ts';

/** The entries of the training and data mining assertion (CAWG, version 1.1, section 3.1), each with what it is in terms. */
export const cawgEntries = {
  'cawg.data_mining': 'textAndDataMining',
  'cawg.ai_inference': 'aiGeneration',
  'cawg.ai_generative_training': 'generativeTraining',
  'cawg.ai_training': 'aiTraining',
} as const satisfies Record<string, MachineUse>;

/** The assertion for a C2PA manifest. */
export function cawgAssertion(signals: Signals, policyUrl: string | undefined) {
  const entries = Object.entries(cawgEntries).map(([entry, use]) => {
    const signal = signals[use];
    if (signal !== 'constrained') return [entry, { use: signal === 'allowed' ? 'allowed' : 'notAllowed' }];
    return [entry, { use: signal, ...(policyUrl === undefined ? {} : { constraint_info: policyUrl }) }];
  });
  return {
    label: 'cawg.training-mining',
    data: { entries: Object.fromEntries(entries) as Record<string, Entry> },
  };
}

interface Entry {
  use: 'allowed' | 'constrained' | 'notAllowed';
  constraint_info?: string;
}
