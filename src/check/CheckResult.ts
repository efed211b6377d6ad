import { z } from 'zod';
import { Problem } from '../kernel/Problem.ts';
import { Decision } from './Decision.ts';

/** Questions that are answered in one call. */
export const mostChecks = 1000;

/** An answer, or what was wrong with the question. */
export const CheckResult = z.union([Decision, Problem]);
export type CheckResult = z.output<typeof CheckResult>;

/** Many questions at once: each is looked at by itself, so that a bad one keeps no other from its answer. */
export const Checks = z.strictObject({ questions: z.array(z.unknown()).min(1).max(mostChecks) });

/** The answers, in the order of the questions. */
export const CheckResults = z.object({ answers: z.array(CheckResult) });
