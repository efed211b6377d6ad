import { errors } from '../../kernel/errors.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { Problem } from '../../kernel/Problem.ts';
import { createFormat } from '../../messages/createFormat.ts';
import problems from '../../messages/en/problems.json' with { type: 'json' };
import { message } from '../../messages/Message.ts';

const format = createFormat<'problems'>('en', { english: { problems } });

/** The problem an error is. What is none of ours says nothing of the inside. */
export function toProblem(error: unknown): Problem {
  const known =
    error instanceof LedgerError
      ? error
      : new LedgerError('service-failed', message('errors.service-failed'), {
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
  const { type, status, limit } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  if (type === 'entity.too.large') {
    return new LedgerError('content-too-large', message('errors.body-size', { most: Number(limit) }), {
      cause: error,
    });
  }
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return new LedgerError('media-type-unsupported', message('errors.body-encoding'), {
      cause: error,
    });
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new LedgerError('input-invalid', message('errors.request-invalid'), { cause: error });
  }
  return error;
}
