import { errors } from '../../kernel/errors.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { Problem } from '../../kernel/Problem.ts';
import { createFormat } from '../../messages/createFormat.ts';
import problems from '../../messages/en/problems.json' with { type: 'json' };
import { message } from '../../messages/Message.ts';

const format = createFormat<'problems'>('en', { english: { problems } });

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
    title: format(message(`problems.${known.code}`)),
    status: errors[known.code].status,
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
