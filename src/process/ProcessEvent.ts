import { z } from 'zod';
import { Address, Hash } from '../kernel/values.ts';
import { fault } from '../kernel/json/fault.ts';

/** What happens while a work is made; a kind's number in a commitment is its place here, counted from one. */
export const eventKinds = ['prompt', 'seed', 'draft', 'choice', 'edit', 'layerExport'] as const;
export const EventKind = z.enum(eventKinds);
export type EventKind = z.infer<typeof EventKind>;

/** Milliseconds since 1970, up to the last a `Date` holds. */
export const EventTime = z.int().min(0).max(8_640_000_000_000_000);

/** What an event is called, such as the name of a file; it may be empty. */
export const EventLabel = z
  .string()
  .max(1000)
  .refine((text) => text.isWellFormed(), fault('errors.a-unicode-text'));

/** An event as it stands in the file on the creator's machine, where nothing is withheld. */
export const ProcessEvent = z.strictObject({
  kind: EventKind,
  time: EventTime,
  /** SHA-256 of the content: the text of a prompt, the bytes of a draft. */
  contentHash: Hash,
  label: EventLabel,
  /** 32 random bytes each: of the event, of its content and of its label. */
  salt: Hash,
  contentSalt: Hash,
  labelSalt: Hash,
  /** The head of the chain with this event. */
  head: Hash,
});
export type ProcessEvent = z.output<typeof ProcessEvent>;

/** The first line of the file: whose session it is. */
export const ProcessSession = z.strictObject({
  type: z.literal('processSession'),
  version: z.literal(1),
  /** 32 random bytes. */
  session: Hash,
  author: Address,
});
export type ProcessSession = z.output<typeof ProcessSession>;
