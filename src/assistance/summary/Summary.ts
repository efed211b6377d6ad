import { z } from 'zod';
import { digitalSourceUris } from '../../work/digitalSourceTypes.ts';

/** The version of the rules below: what was summed up by older ones stays as it was signed. */
export const rulesVersion = 1;

/**
 * How much of a work AI made, by what its steps say:
 *
 * - `none`: AI took part in no step.
 * - `assisted`: AI took part and made no content: it suggested, or improved what was there.
 * - `combined`: AI made content, and a person made or changed content, too.
 * - `generated`: AI made all content; a person prompted, chose or checked.
 * - `autonomous`: AI made all content, and nobody watched.
 */
export const shareClasses = ['none', 'assisted', 'combined', 'generated', 'autonomous'] as const;
export type ShareClass = (typeof shareClasses)[number];

/** Who has to do what for a work that AI took part in. */
const labelDuties = [
  /** The provider of the service that generates adds a label people see or hear, in exported files, too. */
  'cnExplicitLabel',
  /** The provider of the service that generates adds a label to the file's metadata. */
  'cnImplicitLabel',
  /** Who publishes the work says so to the platform, and uses its labels. */
  'cnDeclaration',
  /** The provider of the AI system marks its output so that machines can tell. */
  'euMarking',
  /** Who deploys the AI system says so where the work is a deep fake. */
  'euDeepFakeDisclosure',
  /** Who deploys the AI system says so where text informs the public on matters of public interest. */
  'euTextDisclosure',
] as const;

const labelReasons = [
  'no-ai',
  'ai-only-suggested',
  'ai-only-altered',
  'ai-generated',
  'no-resemblance',
  'resemblance',
  'resemblance-not-stated',
  'evidently-artistic',
  'no-public-interest-text',
  'text-reviewed',
  'text-not-reviewed',
] as const;

export const LabelDuty = z.strictObject({
  duty: z.enum(labelDuties),
  /** `limited`: its existence is disclosed in a way that does not hamper the display of an artistic work. */
  required: z.enum(['yes', 'limited', 'no']),
  reason: z.enum(labelReasons),
  /** Where the rule stands. */
  clauses: z.array(z.string().min(1).max(100)).min(1).max(4),
});
export type LabelDuty = z.output<typeof LabelDuty>;

/** What a work's steps come to, by rule: nobody chooses it. */
export const Summary = z.strictObject({
  rules: z.literal(rulesVersion),
  /** The full URI of the IPTC vocabulary; its code stands on the token. */
  digitalSourceType: z.enum(digitalSourceUris),
  share: z.enum(shareClasses),
  labels: z.array(LabelDuty).length(labelDuties.length),
});
export type Summary = z.output<typeof Summary>;
