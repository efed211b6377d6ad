import { z } from 'zod';
import { Hash } from '../../kernel/values.ts';
import { AssistanceStep } from './AssistanceStep.ts';

/** What the finished work looks like to somebody who meets it: the AI Act asks, and no step tells. */
export const Depiction = z.strictObject({
  /** Whether it resembles existing persons, objects, places or events and could be taken for authentic (Art. 3(60)). */
  resemblesReality: z.boolean(),
  /** Whether it is evidently artistic, creative, satirical or fictional (Art. 50(4)). */
  evidentlyArtistic: z.boolean(),
});

/** How a work was made, as its creator states it. */
export const Declaration = z.strictObject({
  /** In the order they were done. */
  steps: z.array(AssistanceStep).min(1, 'expected at least one step').max(256),
  /** Null where nothing is said of it. */
  depiction: Depiction.nullable().default(null),
  /** Sessions of the creator's tool whose heads were logged while the work was made. */
  sessions: z.array(Hash).max(64).default([]),
});
export type Declaration = z.output<typeof Declaration>;

/** What a creator writes: steps alone, or all there is to say. */
export type DeclarationDraft = readonly z.input<typeof AssistanceStep>[] | z.input<typeof Declaration>;

/** A list is a list of steps. */
export function toDeclaration(draft: unknown): unknown {
  return Array.isArray(draft) ? { steps: draft as unknown[] } : draft;
}
