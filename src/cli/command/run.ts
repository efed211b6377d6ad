import type { Command } from 'commander';
import { toJson } from '../../kernel/values.ts';
import { openCli, type Cli } from './Cli.ts';
import type { GlobalOptions } from './GlobalOptions.ts';
import { printable } from '../terminal/format.ts';

/** What a command has to say. */
export interface Answer {
  /** For programs: ids and amounts become decimal text. */
  data: unknown;
  /** The same for people. */
  text: () => string | Promise<string>;
  /** 0 unless given. */
  exitCode?: number;
}

/** A command's action: what is wrong is thrown, what is right is printed once it is all known. */
export function run<O = object>(act: (cli: Cli<O>, ...args: string[]) => Promise<Answer>) {
  return async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    const cli = openCli<O>(command.optsWithGlobals<O & GlobalOptions>());
    try {
      const { data, text, exitCode } = await act(cli, ...command.args);
      const json = cli.options.json === true;
      const output = json ? toJson(data, process.stdout.isTTY ? 2 : 0) : printable(await text());
      process.stdout.write(`${output}\n`);
      process.exitCode = exitCode ?? 0;
    } finally {
      cli.close();
    }
  };
}

/** Help that shows a command at work. */
export function example(...lines: string[]): string {
  return `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
