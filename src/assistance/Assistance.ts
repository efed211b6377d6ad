import { z } from 'zod';
import { Address, Signature, Hash, Timestamp, WorkId } from '../values.ts';
import { digitalSourceCodes, iptcBase } from '../work/digitalSourceTypes.ts';

const Text = z.string().trim().min(1).max(500);

export const Tool = z.strictObject({
  name: Text,
  version: Text,
  provider: Text,
  /** The model behind it, where the tool is not the model itself. */
  model: z.strictObject({ name: Text, version: Text }).optional(),
});

/** What a step says of itself; what it took as input is named apart: by work ids here, otherwise in drafts. */
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
  /** The tool and its model; null exactly where no AI took part. */
  tool: Tool.nullable(),
  /** The full URI of the IPTC vocabulary. */
  digitalSourceType: z.enum(digitalSourceCodes.map((code) => `${iptcBase}${code}` as const)),
  /** C2PA's words for how closely a person watched. */
  humanOversight: z.enum(['fully_autonomous', 'prompt_guided', 'human_validated']),
  contribution: Text,
};

/** The rule of `tool`, with the message for those who break it. */
export const toolRule = [
  (step: { actor: string; tool: unknown }) => (step.actor === 'person') === (step.tool === null),
  { message: 'expected a tool exactly where AI took part', path: ['tool'] as PropertyKey[] },
] as [(step: { actor: string; tool: unknown }) => boolean, { message: string; path: PropertyKey[] }];

/** One step of making a work: who did it, with what, and what the person contributed. */
export const AssistanceStep = z
  .strictObject({
    ...stepShape,
    /** Works the step took as input, registered before. */
    inputs: z.array(WorkId).max(64).default([]),
  })
  .refine(...toolRule);
export type AssistanceStep = z.output<typeof AssistanceStep>;

/** What AI did and what people did for a work, in order, as its creator states it. */
export const AssistanceRecord = z.strictObject({
  type: z.literal('assistance'),
  version: z.literal(1),
  workId: WorkId,
  author: Address,
  steps: z.array(AssistanceStep).min(1).max(256),
  /** Derived from the steps by rule; the same that stands on the token. */
  summary: z.enum(digitalSourceCodes),
  /** When it was stated, in seconds since 1970. */
  stated: Timestamp,
});
export type AssistanceRecord = z.output<typeof AssistanceRecord>;

/** A record with its author's EIP-712 signature over `AssistanceStatement`. */
export const SignedAssistance = z.strictObject({
  chainId: z.int().min(1),
  record: AssistanceRecord,
  signature: Signature,
});
export type SignedAssistance = z.output<typeof SignedAssistance>;

/** The EIP-712 types an author signs: the record by the SHA-256 of its canonical JSON. */
export const assistanceTypes = {
  AssistanceStatement: [
    { name: 'workId', type: 'uint256' },
    { name: 'author', type: 'address' },
    { name: 'recordHash', type: 'bytes32' },
  ],
};

/** A record as the log holds it, with its place there. */
export const LoggedAssistance = z.object({
  record: AssistanceRecord,
  signature: Signature,
  /** Its place in the log, counted from zero, and the hash of its leaf (RFC 9162, 2.1.1). */
  index: z.int(),
  leafHash: Hash,
  /** The first anchor on chain that covers it; null until the log's root is anchored again. */
  anchor: z.object({ size: z.int(), root: Hash, block: z.int(), transaction: Hash }).nullable(),
});
export type LoggedAssistance = z.output<typeof LoggedAssistance>;
