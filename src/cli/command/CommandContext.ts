import type { Command } from 'commander';
import type { Format } from '../../messages/createFormat.ts';
import type { Answer } from './Answer.ts';
import type { Cli } from './Cli.ts';
import type { Say } from './Say.ts';

/** What a command does with its options and arguments. */
export type Act<O> = (cli: Cli<O>, ...args: string[]) => Promise<Answer>;

/** What a command gets. */
export interface CommandContext {
  readonly say: Say;
  /** A message that another part made, in the reader's language. */
  readonly format: Format;
  /** The reader's language as the reader names it, such as `fr_FR.UTF-8`: works have titles in more than the catalogue's. */
  readonly locale: string;
  /** A command's action for Commander: opens the command line for it, prints its answer, sets the exit code. */
  readonly run: <O = object>(act: Act<O>) => (...given: unknown[]) => Promise<void>;
}

/** Makes one command: its arguments, options, help and action. */
export type BuildCommand = (context: CommandContext) => Command;

/** The commands of a stage, and what its help shows as examples. */
export interface CommandGroup {
  readonly examples: readonly string[];
  readonly commands: readonly BuildCommand[];
}
