import type { Use } from '../../work/Uses.ts';
import type { HeldLicence } from '../evidence/CheckEvidence.ts';
import type { TrailStep } from '../TrailStep.ts';
import type { Said } from './askDocument.ts';

/** A licence that covers the use, with what its document says of it, as a step of the trail. */
export function licenceStep(
  use: Use,
  { licence: { workId, termsId, until } }: HeldLicence,
  said: Said,
  then: TrailStep['then'],
): TrailStep {
  const covering = { use, workId, termsId, until };
  const { rule } = said;
  if (said.says === 'permits') return { found: 'licence-permits', values: { ...covering, rule }, then };
  const { reason, missing, notUnderstood, conditions } = said;
  switch (reason) {
    case 'document-missing':
      return { found: 'licence-document-missing', values: covering, then };
    case 'fact-missing':
      return { found: 'licence-fact-missing', values: { ...covering, missing }, then };
    case 'terms-not-understood':
      return { found: 'licence-not-understood', values: { ...covering, notUnderstood }, then };
    default:
      return { found: 'licence-denies', values: { ...covering, rule, conditions }, then };
  }
}
