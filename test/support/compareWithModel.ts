import { expect } from 'vitest';
import type { Decision } from '../../src/check/Decision.ts';
import { toJson } from '../../src/kernel/values.ts';
import { toAnswer, type ModelQuestion, type ModelWorld } from './checkModel.ts';

/** Expects a decision to say what the model does. */
export function compareWithModel(
  world: ModelWorld,
  question: ModelQuestion & { time?: string },
  decision: Decision,
): void {
  const { verdict, reason, offers, missing, time, decided } = decision;
  const model = toAnswer(world, question, time, decided);
  const word = verdict === 'permitted-with-duties' ? 'permitted' : verdict;
  const about = toJson({ question, model });
  expect([word, model.reasons.includes(reason) ? model.reasons : reason], about).toEqual([
    model.verdict,
    model.reasons,
  ]);
  expect(new Set(offers.map(({ termsId }) => termsId)), about).toEqual(new Set(model.ways));
  if (model.missing.length > 0) expect(new Set(missing), about).toEqual(new Set(model.missing));
  if (question.time !== undefined) expect(time).toBe(Math.floor(Date.parse(question.time) / 1000));
}
