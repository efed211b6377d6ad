import type { ErrorCode } from '../../kernel/LedgerError.ts';
import type { Decision } from '../../check/Decision.ts';

/** What the shell is told. Stable. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  denied: 3,
  cannotTell: 4,
  notFound: 5,
  /** Proved by what was given; the chain was not asked. */
  holdsOffline: 6,
  unreachable: 7,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const byCode: Partial<Record<ErrorCode, ExitCode>> = {
  'input-invalid': exitCodes.usage,
  'json-malformed': exitCodes.usage,
  'hash-malformed': exitCodes.usage,
  'media-type-unsupported': exitCodes.usage,
  'terms-disagree': exitCodes.usage,
  'policy-invalid': exitCodes.usage,
  'content-too-large': exitCodes.usage,
  'signer-missing': exitCodes.usage,
  'work-unknown': exitCodes.notFound,
  'terms-unknown': exitCodes.notFound,
  'report-unknown': exitCodes.notFound,
  'entry-unknown': exitCodes.notFound,
  'log-unknown': exitCodes.notFound,
  // An answer of its own: whoever waits asks again.
  'entry-unanchored': exitCodes.cannotTell,
  'checkpoint-invalid': exitCodes.usage,
  'content-unknown': exitCodes.notFound,
  'service-unreachable': exitCodes.unreachable,
  'chain-unreachable': exitCodes.unreachable,
  'store-unreachable': exitCodes.unreachable,
  'index-empty': exitCodes.unreachable,
};

export function exitCodeOf(code: ErrorCode): ExitCode {
  return byCode[code] ?? exitCodes.failed;
}

/** A script that asks "may I?" need not read the answer. */
export function exitCodeOfVerdict(verdict: Decision['verdict']): ExitCode {
  if (verdict === 'denied') return exitCodes.denied;
  return verdict === 'cannot-tell' ? exitCodes.cannotTell : exitCodes.done;
}
