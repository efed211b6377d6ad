import { z } from 'zod';
import { Address, Hash } from '../kernel/values.ts';
import { EventKind, EventLabel, EventTime } from './ProcessEvent.ts';
import { maxHeads, ProvenHead } from './ProcessHead.ts';
import { expects } from '../kernel/json/fault.ts';

/** The largest content that stands in a pack itself, in bytes. */
export const maxContentBytes = 8 * 1024 * 1024;

/** Base64, checked without a pattern: those run out of stack on megabytes. */
const Base64 = z
  .string()
  .max(Math.ceil(maxContentBytes / 3) * 4)
  .refine((text) => {
    try {
      return btoa(atob(text)) === text;
    } catch {
      return false;
    }
  }, expects('errors.base64'));

/** An event that is not disclosed: one commitment, that tells nothing of kind, time, content or label. */
const ClosedEvent = z.strictObject({ state: z.literal('closed'), commitment: Hash });

/** What an event was about: withheld, by its hash, or itself. */
const PackContent = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('closed'), commitment: Hash }),
  z.strictObject({ state: z.literal('hash'), salt: Hash, hash: Hash }),
  z.strictObject({ state: z.literal('whole'), salt: Hash, hash: Hash, bytes: Base64 }),
]);
export type PackContent = z.output<typeof PackContent>;

const PackLabel = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('closed'), commitment: Hash }),
  z.strictObject({ state: z.literal('open'), salt: Hash, text: EventLabel }),
]);

/** An event that is disclosed: its kind and time, and of content and label what the creator chose. */
const OpenEvent = z.strictObject({
  state: z.literal('open'),
  kind: EventKind,
  time: EventTime,
  salt: Hash,
  content: PackContent,
  label: PackLabel,
});
export type OpenEvent = z.output<typeof OpenEvent>;

export const PackEvent = z.discriminatedUnion('state', [ClosedEvent, OpenEvent]);
export type PackEvent = z.output<typeof PackEvent>;

/**
 * What a creator discloses of a session: all its events in order, each open or closed, and heads that the log proves.
 * It is checked with nothing but itself and the chain, or an anchored root.
 */
export const ProcessPack = z.strictObject({
  type: z.literal('processPack'),
  version: z.literal(1),
  /** The chain the heads were signed for, and the `ProvenanceLog` on it. */
  chainId: z.int().min(1),
  log: Address,
  session: Hash,
  author: Address,
  events: z.array(PackEvent).min(1).max(1_000_000),
  /** In order; the last covers all events. */
  heads: z.array(ProvenHead).min(1).max(maxHeads),
});
export type ProcessPack = z.output<typeof ProcessPack>;
