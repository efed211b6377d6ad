import { z } from 'zod';
import { Address, Hash, Texts, WorkId } from '../kernel/values.ts';
import { AiSummary } from './digitalSourceTypes.ts';
import { Labels } from './Labels.ts';
import { expects } from '../kernel/json/fault.ts';

/** In the order of `Kind` on chain (contracts/work/Work.sol). */
export const kindNames = ['heritage-element', 'opera-mask', 'derivative'] as const;
export const Kind = z.enum(kindNames);
export type Kind = z.infer<typeof Kind>;

/** Something two sources tell differently stays two claims. */
export const Claim = z.strictObject({
  trait: z.string().min(1).max(100),
  value: z.string().min(1).max(200),
  source: z.string().min(1).max(300),
});

/** The work's cultural genes: pattern, colours, role type, technique; names are the field's own. */
export const Traits = z.record(z.string().min(1).max(60), z.json());

/**
 * What is said of a work: canonical JSON (RFC 8785), whose SHA-256 is on chain.
 */
export const Metadata = z.strictObject({
  version: z.literal(1),
  title: Texts,
  description: Texts.optional(),
  kind: Kind,
  creators: z
    .array(z.strictObject({ name: Texts, account: Address.optional() }))
    .min(1)
    .max(32),
  /** Decimal work ids, so that the same source has one text. */
  sources: z.array(z.strictObject({ workId: WorkId, termsId: Hash.optional() })).max(16),
  traits: Traits,
  claims: z.array(Claim).max(64),
  /** Conditions of the community, by the codes of Local Contexts; left out where there are none. */
  labels: Labels.min(1).optional(),
  content: z.strictObject({
    hash: Hash,
    mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, expects('errors.a-media-type')),
    bytes: z.int().min(1),
  }),
  /** What AI did. */
  aiSummary: AiSummary,
});
export type Metadata = z.output<typeof Metadata>;
