import type { MessageId } from '../messages/Message.ts';

/** How a command ends that an error ended. */
type ErrorExit = 'failed' | 'usage' | 'cannotTell' | 'notFound' | 'unreachable';

interface ErrorKind {
  /** HTTP status. */
  status: number;
  exit: ErrorExit;
  /** What to do; null where the message shows it. When it occurs is `problems.<code>`. */
  hint: MessageId<'problems'> | null;
}

/** Everything that can be wrong with a request, or with the chain, the log or the store behind it. Codes are stable. */
export const errors = {
  'input-invalid': { status: 400, exit: 'usage', hint: null },
  'json-malformed': { status: 400, exit: 'usage', hint: null },
  'hash-malformed': { status: 400, exit: 'usage', hint: 'problems.hint-hash-malformed' },
  'work-unknown': { status: 404, exit: 'notFound', hint: 'problems.hint-work-unknown' },
  'work-conflict': { status: 409, exit: 'failed', hint: 'problems.hint-work-conflict' },
  'metadata-mismatch': { status: 400, exit: 'failed', hint: 'problems.hint-metadata-mismatch' },
  'terms-unknown': { status: 404, exit: 'notFound', hint: 'problems.hint-terms-unknown' },
  'terms-mismatch': { status: 422, exit: 'failed', hint: 'problems.hint-terms-mismatch' },
  'terms-disagree': { status: 422, exit: 'usage', hint: 'problems.hint-terms-disagree' },
  'shares-exceed-whole': { status: 422, exit: 'failed', hint: 'problems.hint-shares-exceed-whole' },
  'shares-below-licence': { status: 422, exit: 'failed', hint: 'problems.hint-shares-below-licence' },
  'source-not-licensed': { status: 422, exit: 'failed', hint: 'problems.hint-source-not-licensed' },
  'use-retained': { status: 422, exit: 'failed', hint: 'problems.hint-use-retained' },
  'use-above-ceiling': { status: 422, exit: 'failed', hint: 'problems.hint-use-above-ceiling' },
  'licence-not-offered': { status: 422, exit: 'failed', hint: 'problems.hint-terms-unknown' },
  'licence-expired': { status: 422, exit: 'failed', hint: 'problems.hint-licence-expired' },
  'licence-missing': { status: 422, exit: 'failed', hint: 'problems.hint-licence-missing' },
  'licence-sold-out': { status: 422, exit: 'failed', hint: 'problems.hint-licence-sold-out' },
  'licence-already-held': { status: 409, exit: 'failed', hint: null },
  'licence-outlives-source': { status: 422, exit: 'failed', hint: 'problems.hint-licence-outlives-source' },
  'licence-in-breach': { status: 409, exit: 'failed', hint: 'problems.hint-licence-in-breach' },
  'licence-not-transferable': { status: 422, exit: 'failed', hint: null },
  'breach-missing': { status: 422, exit: 'failed', hint: 'problems.hint-breach-missing' },
  'breach-curable': { status: 409, exit: 'failed', hint: 'problems.hint-breach-curable' },
  'units-invalid': { status: 422, exit: 'failed', hint: 'problems.hint-units-invalid' },
  'claim-empty': { status: 422, exit: 'failed', hint: 'problems.hint-claim-empty' },
  'policy-invalid': { status: 400, exit: 'usage', hint: null },
  'report-conflict': { status: 409, exit: 'failed', hint: null },
  'report-unknown': { status: 404, exit: 'notFound', hint: 'problems.hint-report-unknown' },
  'entry-unknown': { status: 404, exit: 'notFound', hint: null },
  'entry-unanchored': { status: 409, exit: 'cannotTell', hint: 'problems.hint-entry-unanchored' },
  'log-unknown': { status: 404, exit: 'notFound', hint: 'problems.hint-log-unknown' },
  'entry-not-proven': { status: 409, exit: 'failed', hint: 'problems.hint-entry-not-proven' },
  'assistance-conflict': { status: 409, exit: 'failed', hint: 'problems.hint-assistance-conflict' },
  'provider-required': { status: 403, exit: 'failed', hint: 'problems.hint-provider-required' },
  'reader-required': { status: 403, exit: 'failed', hint: 'problems.hint-reader-required' },
  'approval-required': { status: 403, exit: 'failed', hint: 'problems.hint-approval-required' },
  'price-changed': { status: 409, exit: 'failed', hint: 'problems.hint-price-changed' },
  'funds-insufficient': { status: 422, exit: 'failed', hint: 'problems.hint-funds-insufficient' },
  'currency-refused': { status: 422, exit: 'failed', hint: 'problems.hint-currency-refused' },
  'signature-invalid': { status: 403, exit: 'failed', hint: 'problems.hint-signature-invalid' },
  'signature-expired': { status: 400, exit: 'failed', hint: 'problems.hint-signature-expired' },
  'creator-required': { status: 403, exit: 'failed', hint: 'problems.hint-creator-required' },
  'operator-required': { status: 403, exit: 'failed', hint: 'problems.hint-operator-required' },
  'custodian-required': { status: 403, exit: 'failed', hint: 'problems.hint-custodian-required' },
  'community-required': { status: 403, exit: 'failed', hint: 'problems.hint-custodian-required' },
  'registrar-required': { status: 403, exit: 'failed', hint: 'problems.hint-custodian-required' },
  'holder-required': { status: 403, exit: 'failed', hint: 'problems.hint-holder-required' },
  'holder-not-attested': { status: 403, exit: 'failed', hint: 'problems.hint-holder-not-attested' },
  'regime-refused': { status: 422, exit: 'failed', hint: null },
  'successor-required': { status: 403, exit: 'failed', hint: 'problems.hint-successor-required' },
  'chain-mismatch': { status: 400, exit: 'failed', hint: 'problems.hint-chain-mismatch' },
  'chain-unreachable': { status: 503, exit: 'unreachable', hint: 'problems.hint-chain-unreachable' },
  'chain-unstable': { status: 503, exit: 'failed', hint: 'problems.hint-chain-unstable' },
  'chain-refused': { status: 422, exit: 'failed', hint: null },
  'log-inconsistent': { status: 500, exit: 'failed', hint: 'problems.hint-log-inconsistent' },
  'checkpoint-invalid': { status: 400, exit: 'usage', hint: 'problems.hint-checkpoint-invalid' },
  'anchor-missing': { status: 409, exit: 'failed', hint: 'problems.hint-entry-unanchored' },
  'content-unknown': { status: 404, exit: 'notFound', hint: null },
  'content-too-large': { status: 413, exit: 'usage', hint: null },
  'media-type-unsupported': { status: 415, exit: 'usage', hint: null },
  'route-unknown': { status: 404, exit: 'failed', hint: 'problems.hint-route-unknown' },
  'too-many-requests': { status: 429, exit: 'failed', hint: 'problems.hint-too-many-requests' },
  'service-unreachable': { status: 400, exit: 'unreachable', hint: 'problems.hint-service-unreachable' },
  'store-unreachable': { status: 503, exit: 'unreachable', hint: null },
  'service-failed': { status: 500, exit: 'failed', hint: 'problems.hint-service-failed' },
  'index-empty': { status: 503, exit: 'unreachable', hint: 'problems.hint-index-empty' },
  'signer-missing': { status: 400, exit: 'usage', hint: 'problems.hint-signer-missing' },
  'port-taken': { status: 400, exit: 'failed', hint: 'problems.hint-port-taken' },
  'store-corrupt': { status: 500, exit: 'failed', hint: 'problems.hint-store-corrupt' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errors;

export const errorCodes = Object.keys(errors) as [ErrorCode, ...ErrorCode[]];
