import { errors } from '../../kernel/errors.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { Problem } from '../../kernel/Problem.ts';
import { message } from '../../messages/Message.ts';
import type { InputIssue } from '../../kernel/json/refuseInput.ts';
import type { ProblemFormat } from './createProblemFormats.ts';

/** The problem an error is, in the reader's language. What is none of ours says nothing of the inside. */
export function toProblem(error: unknown, { format }: ProblemFormat): Problem {
  const { code, translatable, details } = knownError(error);
  return {
    type: `urn:lianpu:problem:${code}`,
    title: format(message(`problems.${code}`)),
    status: errors[code].status,
    detail: format(translatable),
    code,
    details: withIssues(details, format),
  };
}

function knownError(cause: unknown): LedgerError {
  if (cause instanceof LedgerError) return cause;
  return new LedgerError('service-failed', message('errors.service-failed'), { cause });
}

/** Details whose issues are in the reader's language, too. */
function withIssues(
  details: LedgerError['details'],
  format: ProblemFormat['format'],
): LedgerError['details'] {
  const issues = details['issues'] as InputIssue[] | undefined;
  if (issues === undefined) return details;
  return { ...details, issues: issues.map((issue) => ({ ...issue, message: format(issue) })) };
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
