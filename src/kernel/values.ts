import { z } from 'zod';
import { expects } from './json/fault.ts';

/** `0x` and hex digits. */
export type Hex = `0x${string}`;

/** SHA-256 or keccak256 as `0x` and 64 lower-case hex digits. */
export const Hash = z.string().regex(/^0x[0-9a-f]{64}$/, expects('errors.a-hash')) as unknown as z.ZodType<
  Hex,
  string
>;

/** An account on the chain, in lower case whatever case it came in. */
export const Address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, expects('errors.an-address'))
  .toLowerCase() as unknown as z.ZodType<Hex, string>;

/** A signature, in lower case whatever case it came in; a contract wallet's can be of any length up to a few kilobytes. */
export const Signature = z
  .string()
  .regex(/^0x([0-9a-fA-F]{2})*$/, expects('errors.a-signature'))
  .max(10_000)
  .toLowerCase() as unknown as z.ZodType<Hex, string>;

/** What 256 bits hold is below it. */
const end = 2n ** 256n;

/** A work's id, a 256-bit number: decimal text in JSON, whose numbers end at 2^53. `0x` and 64 digits are taken, too. */
export const WorkId = z
  .codec(
    z.string().regex(/^([1-9][0-9]{0,77}|0x[0-9a-fA-F]{64})$/, expects('errors.a-work-id')),
    z.bigint(),
    { decode: (text) => BigInt(text), encode: (id) => `${id}` },
  )
  .refine((id) => id < end, expects('errors.a-work-id-below'));

/** An amount in the currency's smallest unit: decimal text in JSON. */
export const Amount = z
  .codec(z.string().regex(/^(0|[1-9][0-9]{0,77})$/, expects('errors.an-amount')), z.bigint(), {
    decode: (text) => BigInt(text),
    encode: (amount) => `${amount}`,
  })
  .refine((amount) => amount < end, expects('errors.an-amount-below', { bits: 256 }));

/** Shares in basis points: 10,000 are the whole. */
export const Bps = z.int().min(0).max(10_000);
export const wholeBps = 10_000;

/** A share in percent: `shareText(1250)` is `12.5 %`. */
export function shareText(bps: number): string {
  return `${bps / 100} %`;
}

/** The currency of a chain itself, where others are the address of an ERC-20 token. */
export const native: Hex = `0x${'00'.repeat(20)}`;
export const zeroHash: Hex = `0x${'00'.repeat(32)}`;

/** Seconds since 1970. */
export const Timestamp = z.int().min(0);

/** Text by language tag (BCP 47), at least one. */
export const Texts = z
  .record(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, expects('errors.a-language-tag')),
    z.string().min(1).max(500),
  )
  .refine((texts) => Object.keys(texts).length > 0, expects('errors.a-language-text'));

/** A block of the chain; the timestamp is in seconds since 1970. */
export const Block = z.object({ number: z.int(), hash: Hash, timestamp: Timestamp });
export type Block = z.output<typeof Block>;

/** Where on the chain a fact was made. */
export const Origin = z.object({ block: z.int(), transaction: Hash });
export type Origin = z.infer<typeof Origin>;

/** JSON of a value whose ids and amounts are bigints: they become decimal text, as `WorkId` and `Amount` read it. */
export function toJson(value: unknown, space?: number): string {
  const decimal = (_: string, part: unknown) => (typeof part === 'bigint' ? `${part}` : part);
  return JSON.stringify(value, decimal, space);
}

/** A work's id as the store and the log hold it: `0x` and 64 hex digits. */
export function hexId(id: bigint): Hex {
  return `0x${id.toString(16).padStart(64, '0')}`;
}
