import { z } from 'zod';
import { stepShape, toolRule } from '../src/assistance/record/AssistanceStep.ts';
import { Depiction } from '../src/assistance/record/Declaration.ts';
import { restrictionShape } from '../src/terms/draft/restrictions.ts';
import { Role } from '../src/work/Accreditation.ts';
import { Labels } from '../src/work/Labels.ts';
import { Uses } from '../src/work/Uses.ts';

/** Basis points of a whole of 10,000. */
const Bps = z.int().min(0).max(10_000);
const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a slug such as "mask-guan-yu"');
const Hex = z.string().regex(/^#[0-9a-f]{6}$/, 'expected a colour such as "#b5201c"');
const Text = z.string().trim().min(1);

/** The same words in several languages; English always, Chinese or Indonesian at least. */
const Names = z
  .strictObject({ en: Text, zh: Text.optional(), id: Text.optional() })
  .refine((names) => names.zh !== undefined || names.id !== undefined, 'expected "zh" or "id" beside "en"');
const Pair = z.strictObject({ en: Text, zh: Text });

export const Person = z.strictObject({
  id: Slug,
  names: Names,
  role: z.enum(['maskPainter', 'operaTroupe', 'custodian', 'gameStudio', 'videoPlatform', 'auditor']),
  /** Index among the local chain's accounts; 0 deploys and operates. */
  account: z.int().min(1).max(7),
  /** What the parties that govern Lianpu trust it with. */
  accredited: z.array(Role).default([]),
  note: Text,
});

export const SeedTerms = z.strictObject({
  id: Slug,
  title: Names,
  uses: Uses.min(1),
  passOn: Uses,
  currency: z.enum(['native', 'LCNY']),
  /** Whole units of the currency, as a decimal string. */
  price: z.string().regex(/^(0|[1-9]\d*)(\.\d{1,18})?$/, 'expected a decimal string such as "0.02"'),
  revenueShareBps: Bps,
  durationDays: z.int().min(0).max(36_500),
  cap: z.int().min(0).max(4_294_967_295),
  attribution: z.boolean(),
  shareAlike: z.boolean(),
  approvalRequired: z.boolean(),
  transferable: z.boolean(),
  absoluteShare: z.boolean(),
  nonCommercial: z.boolean().default(false),
  /** What only the document of the terms says. */
  ...restrictionShape,
  attributionText: Names.optional(),
});

/** One source's word on a trait; two that differ stand side by side. */
const Claim = z.strictObject({ trait: Text, value: Text, source: Text });

const rights = {
  creator: Slug,
  retained: Uses,
  holderUses: Uses,
  moralRights: z.array(z.enum(['attribution', 'integrity', 'disclosure'])),
  /** ERC-2981 royalty, basis points. */
  resaleBps: z.int().min(0).max(9_999),
  payees: z
    .array(z.strictObject({ person: Slug, shareBps: Bps.min(1) }))
    .min(1)
    .max(16),
  offers: z.array(Slug),
  claims: z.array(Claim),
  /** How the token may be traded; open unless given. */
  regime: z
    .strictObject({
      registrar: Slug,
      minHoldingDays: z.int().min(0).max(36_500),
      maxTransfers: z.int().min(0).max(65_535),
      /** Whom the registrar vouches for as holders of it. */
      holders: z.array(Slug),
    })
    .optional(),
};

const Palette = z.array(Hex).length(6);

const heritageScenes = [
  'deer',
  'hunt',
  'apsaras',
  'pipa',
  'bodhisattva',
  'mandala',
  'hares',
  'wayang-arjuna',
  'wayang-bima',
  'wayang-semar',
] as const;

export const SeedHeritage = z.strictObject({
  id: Slug,
  title: Names,
  place: z.strictObject({ cave: z.string().regex(/^\d+$/).nullable(), site: Names }),
  period: Names,
  description: Names,
  traits: z.strictObject({
    form: z.enum(['mural', 'ceiling', 'wayang']),
    scene: z.enum(heritageScenes),
    palette: Palette,
    /** How much of the paint is gone, 0 to 100. */
    weathering: z.int().min(0).max(100),
    motifs: z.array(Slug),
  }),
  /** Conditions of the community whose heritage it is. */
  labels: Labels.default([]),
  ...rights,
});

export const maskPatterns = [
  'whole-face',
  'three-tile',
  'fancy-three-tile',
  'cross-gate',
  'six-part',
  'fragmented',
  'asymmetric',
  'pictographic',
  'tofu-block',
  'powdered',
  'deity',
] as const;

/** As in an assistance record, with the inputs by the seeds' own ids. */
const AssistanceStep = z.strictObject({ ...stepShape, inputs: z.array(Slug) }).refine(...toolRule);
export type SeedStep = z.infer<typeof AssistanceStep>;

export const SeedMask = z.strictObject({
  id: Slug,
  title: Names,
  character: Pair,
  roleType: z.strictObject({
    slug: z.enum(['zhengjing', 'fujing', 'wujing', 'chou', 'wusheng', 'hongsheng']),
    name: Pair,
  }),
  traits: z.strictObject({
    pattern: z.enum(maskPatterns),
    patternName: Pair,
    colours: z.array(z.strictObject({ colour: Slug, hex: Hex, meaning: Pair })).min(2),
    foreheadMark: Slug,
    brows: Slug,
    eyes: Slug,
    nose: Slug,
    mouth: Slug,
    beard: z.enum(['none', 'thin', 'black', 'red', 'white']),
  }),
  plays: z.array(Pair).min(1),
  /** None where its painter declares nothing. */
  assistance: z.array(AssistanceStep).default([]),
  depiction: Depiction.nullable().default(null),
  ...rights,
});

export const SeedDerivative = z.strictObject({
  id: Slug,
  title: Names,
  /** 1 is made from heritage or a mask; n + 1 from a derivative of generation n. */
  generation: z.int().min(1),
  sources: z
    .array(z.strictObject({ work: Slug, terms: Slug.nullable() }))
    .min(1)
    .max(16),
  traits: z.strictObject({
    form: z.enum(['restored', 'character', 'skin', 'medallion', 'tote', 'animation']),
    scene: z.enum(['deer', 'apsaras', 'pipa', 'mandala', 'mask', 'wayang']),
    palette: Palette,
    ornament: Slug,
  }),
  assistance: z.array(AssistanceStep).min(1),
  depiction: Depiction.nullable().default(null),
  ...rights,
});

/** The five files, each under the name of its list. */
export const seedFiles = {
  people: z.array(Person),
  terms: z.array(SeedTerms),
  heritage: z.array(SeedHeritage),
  masks: z.array(SeedMask),
  derivatives: z.array(SeedDerivative),
};

export type Person = z.infer<typeof Person>;
export type SeedTerms = z.infer<typeof SeedTerms>;
export type SeedHeritage = z.infer<typeof SeedHeritage>;
export type SeedMask = z.infer<typeof SeedMask>;
export type SeedDerivative = z.infer<typeof SeedDerivative>;
export type SeedWork = SeedHeritage | SeedMask | SeedDerivative;

export interface Seeds {
  people: Person[];
  terms: SeedTerms[];
  heritage: SeedHeritage[];
  masks: SeedMask[];
  /** Every source stands before what was made from it. */
  derivatives: SeedDerivative[];
}
