import { z } from 'zod';

/** SHA-256 as `0x` and 64 hex digits. */
export const Hash = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, 'expected 0x and 64 lower-case hex digits')
  .transform((text) => text as `0x${string}`);

/** An account on the chain. */
export const Address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, 'expected 0x and 40 hex digits')
  .transform((text) => text as `0x${string}`);

/** A work's id, a 256-bit number as decimal text: JSON numbers end at 2^53. */
export const WorkId = z
  .string()
  .regex(/^[1-9][0-9]{0,77}$/, 'expected a work id as decimal digits')
  .transform((text) => BigInt(text))
  .refine((id) => id < 2n ** 256n, 'expected a number below 2^256');

/** In the order of `Kind` on chain (contracts/types/Work.sol). */
export const kindNames = ['heritage-element', 'opera-mask', 'derivative'] as const;
export const Kind = z.enum(kindNames);
export type Kind = z.infer<typeof Kind>;

/** Text by language tag (BCP 47), at least one. */
export const Texts = z
  .record(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'expected a language tag'),
    z.string().min(1).max(500),
  )
  .refine((texts) => Object.keys(texts).length > 0, 'expected a text in at least one language');

/** Something two sources tell differently stays two claims. */
export const Claim = z.strictObject({
  trait: z.string().min(1).max(100),
  value: z.string().min(1).max(200),
  source: z.string().min(1).max(300),
});

/**
 * What is said of a work: canonical JSON (RFC 8785), whose SHA-256 is on chain.
 *
 * `traits` are the work's cultural genes: pattern, colours, role type, technique.
 */
export const Metadata = z.strictObject({
  version: z.literal(1),
  title: Texts,
  kind: Kind,
  creators: z
    .array(z.strictObject({ name: Texts, account: Address.optional() }))
    .min(1)
    .max(32),
  sources: z.array(z.strictObject({ workId: z.string(), termsId: z.string().optional() })).max(16),
  traits: z.record(z.string().min(1).max(60), z.unknown()),
  claims: z.array(Claim).max(64).optional(),
  content: z.strictObject({
    hash: Hash,
    mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
    bytes: z.int().min(1),
  }),
  aiSummary: z.string().min(1).max(100),
});
export type Metadata = z.infer<typeof Metadata>;
