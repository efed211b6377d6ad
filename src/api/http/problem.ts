import { LedgerError, type ErrorCode } from '../../kernel/LedgerError.ts';
import type { Problem } from '../../kernel/Problem.ts';

/** Statuses of errors that are neither a bad request (400) nor the chain's refusal (422). */
const statuses: Partial<Record<ErrorCode, number>> = {
  'signature-invalid': 403,
  'creator-required': 403,
  'operator-required': 403,
  'custodian-required': 403,
  'community-required': 403,
  'registrar-required': 403,
  'provider-required': 403,
  'reader-required': 403,
  'holder-required': 403,
  'holder-not-attested': 403,
  'successor-required': 403,
  'approval-required': 403,
  'work-unknown': 404,
  'terms-unknown': 404,
  'report-unknown': 404,
  'entry-unknown': 404,
  'log-unknown': 404,
  'content-unknown': 404,
  'route-unknown': 404,
  'work-conflict': 409,
  'entry-not-proven': 409,
  'report-conflict': 409,
  'entry-unanchored': 409,
  'assistance-conflict': 409,
  'price-changed': 409,
  'anchor-missing': 409,
  'content-too-large': 413,
  'media-type-unsupported': 415,
  'terms-mismatch': 422,
  'terms-disagree': 422,
  'shares-exceed-whole': 422,
  'shares-below-licence': 422,
  'source-not-licensed': 422,
  'use-retained': 422,
  'use-above-ceiling': 422,
  'licence-not-offered': 422,
  'licence-expired': 422,
  'licence-missing': 422,
  'licence-sold-out': 422,
  'licence-already-held': 409,
  'licence-outlives-source': 422,
  'licence-in-breach': 409,
  'licence-not-transferable': 422,
  'breach-missing': 422,
  'breach-curable': 409,
  'units-invalid': 422,
  'regime-refused': 422,
  'claim-empty': 422,
  'funds-insufficient': 422,
  'currency-refused': 422,
  'chain-refused': 422,
  'too-many-requests': 429,
  'store-corrupt': 500,
  'log-inconsistent': 500,
  'service-failed': 500,
  'chain-unreachable': 503,
  'chain-unstable': 503,
  'store-unreachable': 503,
  'index-empty': 503,
};

/** The problem an error is. What is none of ours says nothing of the inside. */
export function problemOf(error: unknown): Problem {
  const known =
    error instanceof LedgerError
      ? error
      : new LedgerError('service-failed', 'the service failed; the request can be sent again', {
          cause: error,
        });
  return {
    type: `urn:lianpu:problem:${known.code}`,
    title: known.code.replaceAll('-', ' '),
    status: statuses[known.code] ?? 400,
    detail: known.message,
    code: known.code,
    details: known.details,
  };
}

/** What Express and its body parser throw, as ours. */
export function ownError(error: unknown): unknown {
  const { type, status } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  const message = error instanceof Error ? error.message : '';
  if (type === 'entity.too.large') {
    return new LedgerError('content-too-large', 'expected a smaller body', { cause: error });
  }
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return new LedgerError('media-type-unsupported', `expected UTF-8 without compression; ${message}`, {
      cause: error,
    });
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new LedgerError('input-invalid', message || 'expected a valid request', { cause: error });
  }
  return error;
}
