import { errors, type ErrorCode } from '../../kernel/errors.ts';
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

type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function toExitCode(code: ErrorCode): ExitCode {
  return exitCodes[errors[code].exit];
}

/** A script that asks "may I?" need not read the answer. */
export function exitCodeOfVerdict(verdict: Decision['verdict']): ExitCode {
  if (verdict === 'denied') return exitCodes.denied;
  return verdict === 'cannot-tell' ? exitCodes.cannotTell : exitCodes.done;
}
