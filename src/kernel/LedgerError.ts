import { createFormat } from '../messages/createFormat.ts';
import errors from '../messages/en/errors.json' with { type: 'json' };
import type { Message } from '../messages/Message.ts';
import type { ErrorCode } from './errors.ts';

/** Puts the message of an error in English. */
export const formatError = createFormat<'errors'>('en', { english: { errors } });

/**
 * The one error Lianpu throws. A refusal that is an answer ("denied") is returned instead.
 *
 * The message says what was expected and what came; `details` holds both for programs.
 *
 * @example
 * throw new LedgerError('work-unknown', message('errors.work-unknown', { workId }), { details: { workId } })
 */
export class LedgerError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  /** The message, for edges that speak the reader's language; `message` has it in English. */
  readonly translatable: Message<'errors'>;

  constructor(
    code: ErrorCode,
    translatable: Message<'errors'>,
    options: { cause?: unknown; details?: Record<string, unknown> } = {},
  ) {
    super(formatError(translatable), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'LedgerError';
    this.code = code;
    this.details = options.details ?? {};
    this.translatable = translatable;
  }
}
