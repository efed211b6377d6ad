import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { languages } from '../../messages/languages.ts';
import type { CommandContext, CommandGroup } from './CommandContext.ts';
import { example } from './example.ts';
import { helpConfiguration } from './helpConfiguration.ts';

/** The groups of commands, one a stage of a work's life. What a group holds is loaded when it is named. */
const groups = {
  work: listed(async () => (await import('../work/commands.ts')).workCommands),
  assistance: listed(async () => (await import('../assistance/commands.ts')).assistanceCommands),
  process: listed(async () => (await import('../process/commands.ts')).processCommands),
  licence: listed(async () => (await import('../licence/commands.ts')).licenceCommands),
  usage: listed(async () => (await import('../usage/commands.ts')).usageCommands),
  royalty: listed(async () => (await import('../royalty/commands.ts')).royaltyCommands),
  trace: listed(async () => (await import('../trace/commands.ts')).traceCommands),
  log: listed(async () => (await import('../log/commands.ts')).logCommands),
  verify: async (context: CommandContext) => (await import('../verify/verify.ts')).verifyFile(context),
  status: async (context: CommandContext) => (await import('../status/status.ts')).showStatus(context),
} satisfies Record<string, (context: CommandContext, name: string) => Promise<Command>>;

export const groupNames = Object.keys(groups) as (keyof typeof groups)[];

/** The command line; of its groups, those that `args` name are ready to run. */
export async function buildProgram(args: readonly string[], context: CommandContext): Promise<Command> {
  const { say } = context;
  const program = new Command('lianpu')
    .description(say('cli.program'))
    .version(version(), '-V, --version', say('cli.option-version'))
    .addOption(
      new Option('--url <url>', say('cli.option-url')).env('LIANPU_URL').default('http://127.0.0.1:3000'),
    )
    .addOption(
      new Option('--rpc <url>', say('cli.option-rpc')).env('RPC_URL').default('http://127.0.0.1:8545'),
    )
    .option('--key-file <file>', say('cli.option-key-file'))
    .option('--json', say('cli.option-json'))
    .addOption(new Option('--lang <language>', say('cli.option-lang')).choices(Object.keys(languages)))
    .helpOption('-h, --help', say('cli.option-help'))
    .helpCommand('help [command]', say('cli.command-help'))
    .configureHelp(helpConfiguration(say))
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .addHelpText(
      'after',
      `${example(say, 'lianpu licence check WORK --licensee 0x… --use embedInGame')}\n\n${say('cli.help-after')}`,
    );
  for (const name of groupNames) {
    const group = args.includes(name) ? await groups[name](context, name) : new Command(name);
    adopt(program, group.description(say(`cli.group-${name}`)));
  }
  return program;
}

function version(): string {
  const file = join(import.meta.dirname, '../../../package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function listed(load: () => Promise<CommandGroup>) {
  return async (context: CommandContext, name: string): Promise<Command> => {
    const { commands, examples } = await load();
    const group = new Command(name);
    for (const build of commands) group.addCommand(build(context));
    return group.addHelpText('after', example(context.say, ...examples));
  };
}

/** Adds a command that behaves as its parent: errors are thrown, help shows what every command takes. */
function adopt(parent: Command, child: Command): void {
  parent.addCommand(child.copyInheritedSettings(parent));
  for (const one of child.commands) one.copyInheritedSettings(child);
}
