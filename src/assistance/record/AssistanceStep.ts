import { z } from 'zod';
import { Address, WorkId } from '../../kernel/values.ts';
import { digitalSourceUris, iptcBase, type DigitalSourceCode } from '../../work/digitalSourceTypes.ts';
import { StepUse } from './StepUse.ts';
import { Text } from './Text.ts';
import { fault } from '../../kernel/json/fault.ts';

/** A tool or a model, with who provides it. */
const Product = z.strictObject({
  name: Text,
  version: Text,
  provider: Text,
  /** The provider's account: it can countersign what is said of its product. */
  account: Address.optional(),
});
export type Product = z.output<typeof Product>;

/** What a step says of itself; what it took as input is named apart: by work ids here, otherwise in seeds. */
export const stepShape = {
  stage: z.enum([
    'idea',
    'sketch',
    'line',
    'colour',
    'composition',
    'restoration',
    'animation',
    'motionCapture',
    'translation',
    'upscaling',
  ]),
  actor: z.enum(['person', 'ai', 'both']),
  /** The software or device; a person's own may be named, too. */
  tool: Product.nullable(),
  /** The model behind it; null where there is none, or where the tool is the model. */
  model: Product.nullable().default(null),
  /** The full URI of the IPTC vocabulary. */
  digitalSourceType: z.enum(digitalSourceUris),
  /** C2PA's words for how closely a person watched (C2PA 2.4, `c2pa.ai-disclosure`). */
  humanOversight: z.enum(['fully_autonomous', 'prompt_guided', 'human_validated']),
  use: StepUse.default({ kind: 'plain' }),
  contribution: Text,
};

interface Tooled {
  actor: string;
  tool: unknown;
  model: unknown;
}

/** Where AI took part, something is named that did; with the message for those who leave it out. */
export const toolRule = [
  ({ actor, tool, model }: Tooled) => actor === 'person' || tool !== null || model !== null,
  { error: fault('errors.tool-missing'), path: ['tool'] as PropertyKey[] },
] as [(step: Tooled) => boolean, { error: string; path: PropertyKey[] }];

/** One step of making a work: who did it, with what, and what the person contributed. */
export const AssistanceStep = z
  .strictObject({
    ...stepShape,
    /** Works and heritage elements the step took as input, registered before. */
    inputs: z.array(WorkId).max(64).default([]),
  })
  .refine(...toolRule);
export type AssistanceStep = z.output<typeof AssistanceStep>;

/** The code of a digital source type: what follows the vocabulary's address. */
export function toSourceCode({ digitalSourceType }: Pick<AssistanceStep, 'digitalSourceType'>) {
  return digitalSourceType.slice(iptcBase.length) as DigitalSourceCode;
}
