import type { Reason } from './reasons.ts';

/** What each reason means, in a sentence. */
export const reasonWords: Record<Reason, string> = {
  creator: 'The account is the creator of the work.',
  holder: 'The account holds the token, and its holder may do this.',
  licence: 'The account holds a licence for this use.',
  'use-retained-by-creator': 'The creator keeps this use; nobody can license it.',
  'use-above-ceiling': 'The sources of this work do not pass this use on.',
  'closed-by-community': 'The community closed this use by a label on what the work was made from.',
  'use-not-licensed': 'What the account holds does not cover this use.',
  'purpose-not-licensed': 'The terms are not for this purpose.',
  'condition-not-met': 'The terms permit this use under a condition that is not met.',
  'prohibited-by-terms': 'The terms forbid this use.',
  'licence-not-begun': 'The licence for this use began later than the time asked about.',
  'licence-expired': 'The licence for this use has ended.',
  'licence-revoked': 'The creator ended the licence for this use, as it was broken.',
  'work-ended': 'The licences this work was made under have ended, and with them what its holder may do.',
  'no-licence': 'The account holds no licence of this work.',
  'fact-missing': 'The terms depend on something that was not said.',
  'document-missing': 'The document of the terms is not here; the chain has only its hash.',
  'terms-not-understood': 'The terms say something that is not understood here.',
  'claims-compete': 'Several works were registered with this file; ask about one of them.',
  'work-unknown': 'Nobody registered this work.',
  'index-behind': 'The chain cannot be reached now, and old news is no ground for a yes.',
};
