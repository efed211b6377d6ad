import { expect } from 'vitest';
import type { Decision } from '../../src/check/Decision.ts';
import { toJson, type Hex } from '../../src/kernel/values.ts';
import type { Use } from '../../src/work/Uses.ts';
import type { ModelQuestion, ModelWork, ModelWorld } from './checkModel.ts';

/** Expects a decision to say whose word it rests on as the world has it: a way up the lineage to the nearest that says so. */
export function compareGround(world: ModelWorld, question: ModelQuestion, decision: Decision): void {
  const { workId, creator, ground, reason, termsId, claims } = decision;
  const work = world.works.get(question.workId);
  const about = toJson({ question, decision });
  expect([workId, creator, claims], about).toEqual([work?.workId ?? null, work?.creator ?? null, []]);
  expect([ground.workId, ground.generation], about).toEqual([
    ground.path.at(-1) ?? null,
    Math.max(0, ground.path.length - 1),
  ]);
  if (work === undefined) {
    expect(ground).toMatchObject({ from: 'ledger', path: [] });
    return;
  }
  expect(ground.path[0], about).toBe(work.workId);
  const way = ground.path.map((id) => world.works.get(id) as ModelWork);
  for (const [at, one] of way.slice(1).entries()) {
    expect(
      way[at]?.sources.map((source) => source.workId),
      about,
    ).toContain(one.workId);
  }
  if (reason === 'use-above-ceiling' || reason === 'closed-by-community') {
    compareOrigin(world, question.use, way, decision, about);
  } else if (termsId !== null) {
    const terms = world.terms.get(termsId);
    expect([ground.termsId, terms?.draft.uses.includes(question.use) ?? false], about).toEqual([
      termsId,
      reason !== 'use-not-licensed',
    ]);
  }
}

function compareOrigin(
  world: ModelWorld,
  use: Use,
  way: readonly ModelWork[],
  { ground, reason }: Decision,
  about: string,
): void {
  const end = way.at(-1) as ModelWork;
  const { from, label, termsId, generation } = ground;
  const nearest = (says: (one: ModelWork, made: ModelWork | undefined, termsId: Hex) => boolean) =>
    distanceTo(world, way[0] as ModelWork, use, says);
  const isKept = (one: ModelWork) => one.ceiling.includes(use) === false && one.retained.includes(use);
  const isNotPassed = (one: ModelWork, made: ModelWork | undefined, under: Hex) =>
    made !== undefined &&
    one.ceiling.includes(use) &&
    world.terms.get(under)?.draft.passOn.includes(use) === false;
  if (reason === 'closed-by-community') {
    expect([from, label, end.closed.includes(use)], about).toEqual(['community-condition', 'TK S', true]);
    expect(generation, about).toBe(nearest((one) => one.closed.includes(use)));
    return;
  }
  const under = way.at(-2)?.sources.find(({ workId }) => workId === end.workId)?.termsId;
  if (from === 'creator-right') expect(isKept(end), about).toBe(true);
  else
    expect([from, isNotPassed(end, way.at(-2), under ?? '0x'), termsId], about).toEqual([
      'source-licence',
      true,
      under,
    ]);
  expect(generation, about).toBeLessThanOrEqual(nearest(isKept) + 1);
}

/** Generations up to the nearest work that says so; Infinity for none. Only what lacks the use is looked behind. */
function distanceTo(
  world: ModelWorld,
  work: ModelWork,
  use: Use,
  says: (one: ModelWork, made: ModelWork | undefined, termsId: Hex) => boolean,
): number {
  if (says(work, undefined, '0x')) return 0;
  const above = work.sources.map(({ workId, termsId }) => {
    const source = world.works.get(workId) as ModelWork;
    if (says(source, work, termsId)) return 1;
    return source.ceiling.includes(use) ? Infinity : 1 + distanceTo(world, source, use, says);
  });
  return Math.min(Infinity, ...above);
}
