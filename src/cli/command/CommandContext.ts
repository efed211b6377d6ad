import type { Command } from 'commander';
import type { Format } from '../../messages/createFormat.ts';
import type { Message, MessageId } from '../../messages/Message.ts';

/** A text of the catalogue in the reader's language. */
export type Say = (id: MessageId, values?: Message['values']) => string;

/** What a command gets to speak with. The service it gets with its options, from `run`. */
export interface CommandContext {
  readonly say: Say;
  /** A message that another part made, in the reader's language. */
  readonly format: Format;
  /** The reader's language as the reader names it, such as `fr_FR.UTF-8`: works have titles in more than the catalogue's. */
  readonly locale: string;
}

/** Makes one command: its arguments, options, help and action. */
export type BuildCommand = (context: CommandContext) => Command;

/** The commands of a stage, and what its help shows as examples. */
export interface CommandGroup {
  readonly examples: readonly string[];
  readonly commands: readonly BuildCommand[];
}
