import { z } from 'zod';
import { fromBits, toBits } from '../kernel/bits.ts';
import { useNames, usesToBits, type Use } from './Uses.ts';
import { fault } from '../kernel/json/fault.ts';

/**
 * Labels of Local Contexts (localcontexts.org) by which a community says what it wants of a heritage element, in the
 * order of their bits on chain (contracts/heritage/Labels.sol).
 */
export const labelCodes = [
  'TK A',
  'TK CL',
  'TK F',
  'TK MC',
  'TK CV',
  'TK CR',
  'TK V',
  'TK NV',
  'TK S',
  'TK WG',
  'TK MG',
  'TK MR',
  'TK WR',
  'TK CS',
  'TK SS',
  'TK OC',
  'TK NC',
  'TK CO',
  'TK O',
  'TK CB',
] as const;

export const Label = z.enum(labelCodes);
export type Label = z.infer<typeof Label>;

export const Labels = z
  .array(Label)
  .refine((labels) => new Set(labels).size === labels.length, fault('errors.label-twice'));

/** What a label is called. */
export const labelNames: Record<Label, string> = {
  'TK A': 'Attribution',
  'TK CL': 'Clan',
  'TK F': 'Family',
  'TK MC': 'Multiple Communities',
  'TK CV': 'Community Voice',
  'TK CR': 'Creative',
  'TK V': 'Verified',
  'TK NV': 'Non-Verified',
  'TK S': 'Seasonal',
  'TK WG': 'Women General',
  'TK MG': 'Men General',
  'TK MR': 'Men Restricted',
  'TK WR': 'Women Restricted',
  'TK CS': 'Culturally Sensitive',
  'TK SS': 'Secret / Sacred',
  'TK OC': 'Open to Commercialization',
  'TK NC': 'Non-Commercial',
  'TK CO': 'Community Use Only',
  'TK O': 'Outreach',
  'TK CB': 'Open to Collaboration',
};

/** The uses that each label closes, for the work and for whatever is made from it; the others close none. */
const closing: Partial<Record<Label, readonly Use[]>> = {
  'TK S': ['perform', 'broadcast'],
  'TK MR': useNames,
  'TK WR': useNames,
  'TK CS': ['adapt', 'merchandise', 'embedInGame', 'textAndDataMining', 'aiTraining', 'aiGeneration'],
  'TK SS': useNames,
  'TK NC': ['merchandise', 'embedInGame', 'aiTraining'],
  'TK CO': useNames,
};

/** The bit set the contracts hold. */
export function labelsToBits(labels: readonly Label[]): number {
  return toBits(labelCodes, labels);
}

/** The uses that labels close: one bit each. */
export function closedBy(bits: number): number {
  return labelsFromBits(bits).reduce((closed, label) => closed | usesToBits(closing[label] ?? []), 0);
}

/** The codes in a bit set, in the order of the bits. */
export function labelsFromBits(bits: number): Label[] {
  return fromBits(labelCodes, bits);
}

/** The first of these labels that closes a use. */
export function labelThatCloses(labels: readonly Label[], use: Use): Label | undefined {
  return labels.find((label) => closing[label]?.includes(use) === true);
}
