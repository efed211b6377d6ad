import type { Verification } from '../../verify/Verification.ts';
import { exitCodes } from '../command/exitCodes.ts';

/** What the shell gets of a verification. */
export function verificationExitCode({ verdict, against }: Verification): number {
  if (verdict === 'does-not-hold') return exitCodes.denied;
  if (verdict === 'cannot-tell') return exitCodes.cannotTell;
  return against === 'chain' ? exitCodes.done : exitCodes.holdsOffline;
}
