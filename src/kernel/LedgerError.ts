import type { ErrorCode } from './errors.ts';

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
