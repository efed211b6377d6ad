import type { Command } from 'commander';
import { toJson } from '../../kernel/values.ts';
import { printable } from '../terminal/format.ts';
import { openCli, type Reader } from './Cli.ts';
import type { Act } from './CommandContext.ts';
import type { GlobalOptions } from './GlobalOptions.ts';

/**
 * Runs a command with what Commander gives its action, and prints its answer once all of it is known. Errors are thrown.
 */
export async function runCommand<O>(reader: Reader, act: Act<O>, given: readonly unknown[]): Promise<void> {
  const command = given.at(-1) as Command;
  const cli = openCli(command.optsWithGlobals<O & GlobalOptions>(), reader);
  try {
    const { data, text, exitCode } = await act(cli, ...command.args);
    const json = cli.options.json === true;
    const output = json ? toJson(data, process.stdout.isTTY ? 2 : 0) : printable(await text());
    process.stdout.write(`${output}\n`);
    process.exitCode = exitCode ?? 0;
  } finally {
    cli.close();
  }
}
