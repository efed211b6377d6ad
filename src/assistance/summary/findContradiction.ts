import type { AssistanceStep, Product } from '../record/AssistanceStep.ts';
import type { Declaration } from '../record/Declaration.ts';
import type { Contradiction, ConflictSide } from '../../kernel/Contradiction.ts';
import { deriveOutput } from './deriveOutput.ts';
import { findClash } from './stepRules.ts';
import { message } from '../../messages/Message.ts';

/**
 * The first two statements of a making that cannot both be true: within a step, of two steps, or of a step and the
 * work itself.
 *
 * @param workId The work it is about, where it has an id already.
 */
export function findContradiction(
  { steps }: Pick<Declaration, 'steps'>,
  workId?: bigint,
): Contradiction | undefined {
  for (const [step, stated] of steps.entries()) {
    const clash = findClash(stated);
    if (clash !== undefined) {
      const [[first, one], [second, other], rule] = clash;
      return {
        statements: [
          { step, field: first, says: one },
          { step, field: second, says: other },
        ],
        rule,
      };
    }
    const found = withoutGround(steps, step) ?? ofItself(stated, step, workId);
    if (found !== undefined) return found;
  }
  return ofProviders(steps);
}

/** A step that works upon something where there is nothing yet to work upon. */
function withoutGround(steps: readonly AssistanceStep[], step: number): Contradiction | undefined {
  const stated = steps[step];
  if (stated === undefined || stated.inputs.length > 0) return undefined;
  const { use, actor, digitalSourceType } = stated;
  const inputs: ConflictSide = { step, field: 'inputs', says: [] };
  if (step === 0 && (use.kind === 'upscaling' || use.kind === 'muralRestoration')) {
    return {
      statements: [{ step, field: 'use.kind', says: use.kind }, inputs],
      rule: message('errors.rule-input', { kind: use.kind }),
    };
  }
  const generatedBefore = steps.slice(0, step).some((one) => deriveOutput(one) === 'generated');
  if (actor !== 'person' || !digitalSourceType.endsWith('/compositeWithTrainedAlgorithmicMedia'))
    return undefined;
  if (generatedBefore) return undefined;
  return {
    statements: [
      { step, field: 'actor', says: actor },
      { step, field: 'digitalSourceType', says: digitalSourceType },
    ],
    rule: message('errors.rule-ai-input'),
  };
}

function ofItself({ inputs }: AssistanceStep, step: number, workId?: bigint): Contradiction | undefined {
  if (workId === undefined || !inputs.includes(workId)) return undefined;
  return {
    statements: [
      { step: null, field: 'workId', says: `${workId}` },
      { step, field: 'inputs', says: inputs.map(String) },
    ],
    rule: message('errors.rule-own-input'),
  };
}

/** A product of one version has one provider, and a provider one account. */
function ofProviders(steps: readonly AssistanceStep[]): Contradiction | undefined {
  const providers = new Map<string, ConflictSide>();
  const accounts = new Map<string, ConflictSide>();
  for (const [step, { tool, model }] of steps.entries()) {
    for (const [field, product] of [['tool', tool] as const, ['model', model] as const]) {
      if (product === null) continue;
      const clash =
        unlike(providers, toName(field, product), {
          step,
          field: `${field}.provider`,
          says: product.provider,
        }) ??
        (product.account === undefined
          ? undefined
          : unlike(accounts, product.provider, { step, field: `${field}.account`, says: product.account }));
      if (clash !== undefined) return clash;
    }
  }
  return undefined;
}

function toName(field: string, { name, version }: Product): string {
  return JSON.stringify([field, name, version]);
}

function unlike(known: Map<string, ConflictSide>, of: string, said: ConflictSide): Contradiction | undefined {
  const before = known.get(of);
  if (before === undefined) {
    known.set(of, said);
    return undefined;
  }
  if (before.says === said.says) return undefined;
  return { statements: [before, said], rule: message('errors.rule-one-provider') };
}
