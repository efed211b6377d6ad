import { z } from 'zod';
import { Text } from './Text.ts';
import { expects, fault } from '../../kernel/json/fault.ts';

/** A language by its tag (BCP 47). */
const Language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, expects('errors.a-language-tag'));
const Colour = z.string().regex(/^#[0-9a-f]{6}$/, expects('errors.a-colour'));

/** A mask generated from its traits, the cultural genes that were asked for. */
const MaskFromTraits = z.strictObject({
  kind: z.literal('maskFromTraits'),
  traits: z
    .record(z.string().min(1).max(60), z.union([Text, z.array(Text).min(1).max(32)]))
    .refine((traits) => Object.keys(traits).length > 0, fault('errors.traits-empty'))
    .refine((traits) => Object.keys(traits).length <= 64, fault('errors.traits-many', { most: 64 }))
    .refine(
      (traits) => Object.keys(traits).every((name) => name.isWellFormed()),
      fault('errors.a-unicode-name'),
    ),
});

const captureTechniques = [
  'multispectral',
  'threeDimensionalScan',
  'photogrammetry',
  'reflectanceTransformationImaging',
] as const;

/** A faded mural restored from what was captured of the wall. */
const MuralRestoration = z.strictObject({
  kind: z.literal('muralRestoration'),
  capture: z.strictObject({
    techniques: z.array(z.enum(captureTechniques)).min(1).max(captureTechniques.length),
    /** The smallest thing on the wall that the capture tells apart, in millimetres. */
    resolutionMm: z.number().min(0.0001).max(1000),
  }),
});

/** Movement taken from a performer; stylised as opera is, it is no everyday motion. */
const MotionCapture = z.strictObject({
  kind: z.literal('motionCapture'),
  /** What it is called in its tradition, such as cloud hands (云手). */
  movement: Text,
  /** Markers that cameras see, sensors that are worn, or cameras alone. */
  system: z.enum(['optical', 'inertial', 'markerless']),
  framesPerSecond: z.int().min(1).max(10_000),
});

/** Colours proposed, for a person to choose from. */
const ColourSuggestion = z.strictObject({
  kind: z.literal('colourSuggestion'),
  suggested: z.int().min(1).max(10_000),
  kept: z.int().min(0).max(10_000),
  palette: z.array(Colour).max(64).default([]),
});

/** Text brought from one language into others. */
const Translation = z.strictObject({
  kind: z.literal('translation'),
  from: Language,
  to: z.array(Language).min(1).max(64),
  /** Whether it is published to inform the public on matters of public interest (AI Act, Art. 50(4)). */
  publicInterest: z.boolean().default(false),
  /** Who holds editorial responsibility for it, where somebody does. */
  editor: Text.nullable().default(null),
});

/** A picture made larger. */
const Upscaling = z.strictObject({
  kind: z.literal('upscaling'),
  /** How many times as wide. */
  factor: z.number().gt(1).max(64),
});

/** What a step of making was about: those of this field with facts of their own, and all others. */
export const StepUse = z.discriminatedUnion('kind', [
  MaskFromTraits,
  MuralRestoration,
  MotionCapture,
  ColourSuggestion,
  Translation,
  Upscaling,
  z.strictObject({ kind: z.literal('plain') }),
]);
export type StepUse = z.output<typeof StepUse>;
