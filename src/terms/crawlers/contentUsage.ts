import type { MachineUse, Signals } from './deriveSignals.ts';

/** The labels of AIPREF's categories of use (draft-ietf-aipref-vocab-08, 6.1), each with what it is in terms. */
export const aiprefLabels = {
  'train-ai': 'generativeTraining',
  'ai-use': 'aiGeneration',
  search: 'search',
} as const satisfies Record<string, MachineUse>;

/**
 * A statement of preference as a Dictionary of Structured Fields (draft-ietf-aipref-vocab-08, section 6; RFC 9651, 3.2):
 * `train-ai=n, ai-use=n`. `y` says that nobody has to ask; what is only allowed under conditions is `n`, and what is not
 * said is left out.
 */
export function contentUsage(signals: Signals): string {
  return Object.entries(aiprefLabels)
    .filter(([, use]) => signals[use] !== 'unsaid')
    .map(([label, use]) => `${label}=${signals[use] === 'allowed' ? 'y' : 'n'}`)
    .join(', ');
}
