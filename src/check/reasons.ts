/** Why an answer is what it is. Stable; docs/reference/reasons.md has a section on each. */
export const reasons = [
  'creator',
  'holder',
  'licence',
  'use-retained-by-creator',
  'use-above-ceiling',
  'closed-by-community',
  'use-not-licensed',
  'purpose-not-licensed',
  'condition-not-met',
  'prohibited-by-terms',
  'licence-not-begun',
  'licence-expired',
  'licence-revoked',
  'work-ended',
  'no-licence',
  'fact-missing',
  'document-missing',
  'terms-not-understood',
  'claims-compete',
  'work-unknown',
  'index-behind',
] as const;
export type Reason = (typeof reasons)[number];

/** Where a reason is explained: a path that the service answers, and the place in the repository. */
export function toPage(reason: Reason): string {
  return `/docs/reference/reasons.md#${reason}`;
}
