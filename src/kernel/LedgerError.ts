/** Everything that can be wrong with what somebody asked, or with the chain that was asked. Stable. */
export const errorCodes = [
  'input-invalid',
  'json-malformed',
  'hash-malformed',
  'work-unknown',
  'work-conflict',
  'metadata-mismatch',
  'terms-unknown',
  'terms-mismatch',
  'terms-disagree',
  'shares-exceed-whole',
  'shares-below-licence',
  'source-not-licensed',
  'use-retained',
  'use-above-ceiling',
  'licence-not-offered',
  'licence-expired',
  'licence-missing',
  'licence-sold-out',
  'licence-already-held',
  'licence-outlives-source',
  'licence-in-breach',
  'licence-not-transferable',
  'breach-missing',
  'breach-curable',
  'units-invalid',
  'claim-empty',
  'policy-invalid',
  'report-conflict',
  'report-unknown',
  'entry-unknown',
  'entry-unanchored',
  'log-unknown',
  'entry-not-proven',
  'assistance-conflict',
  'provider-required',
  'reader-required',
  'approval-required',
  'price-changed',
  'funds-insufficient',
  'currency-refused',
  'signature-invalid',
  'signature-expired',
  'creator-required',
  'operator-required',
  'custodian-required',
  'community-required',
  'registrar-required',
  'holder-required',
  'holder-not-attested',
  'regime-refused',
  'successor-required',
  'chain-mismatch',
  'chain-unreachable',
  'chain-unstable',
  'chain-refused',
  'log-inconsistent',
  'checkpoint-invalid',
  'anchor-missing',
  'content-unknown',
  'content-too-large',
  'media-type-unsupported',
  'route-unknown',
  'too-many-requests',
  'service-unreachable',
  'store-unreachable',
  'service-failed',
  'index-empty',
  'signer-missing',
  'port-taken',
  'store-corrupt',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/**
 * The one error Lianpu throws. A refusal that is an answer ("denied") is returned instead.
 *
 * The message says what was expected and what came; `details` holds both for programs.
 */
export class LedgerError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: Record<string, unknown> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'LedgerError';
    this.code = code;
    this.details = options.details ?? {};
  }
}
