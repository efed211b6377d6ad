import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';

/** The commands, one group a stage of a work's life; what a group holds is loaded when it is asked for. */
const groups: Record<string, { about: string; load: () => Promise<(group: Command) => void> }> = {
  work: {
    about: 'Register works, find them',
    load: async () => (await import('../work.ts')).workCommands,
  },
  assistance: {
    about: 'Say what AI did and what people did',
    load: async () => (await import('../assistance.ts')).assistanceCommands,
  },
  process: {
    about: 'Record how a work is made, prove parts of it later',
    load: async () => (await import('../process.ts')).processCommands,
  },
  licence: {
    about: 'Offer terms, acquire licences, ask before a use',
    load: async () => (await import('../licence.ts')).licenceCommands,
  },
  usage: {
    about: 'Report what was used, pay what is due for it',
    load: async () => (await import('../usage.ts')).usageCommands,
  },
  royalty: {
    about: 'Pay works, move money upstream, claim it',
    load: async () => (await import('../royalty.ts')).royaltyCommands,
  },
  trace: {
    about: 'Follow lineage, records and money',
    load: async () => (await import('../trace.ts')).traceCommands,
  },
  log: {
    about: 'Audit the log, prove an entry of it',
    load: async () => (await import('../log.ts')).logCommands,
  },
  verify: {
    about: 'Check a file that proves something, with nothing but a chain',
    load: async () => (await import('../verify.ts')).verifyCommand,
  },
  status: {
    about: 'Which chain and contracts the service is about, and how far it has read',
    load: async () => (await import('../status.ts')).statusCommand,
  },
};

const help = `
Example:
  $ lianpu licence check WORK --licensee 0x… --use embedInGame

Data goes to stdout, everything else to stderr. A key is read from a file or LIANPU_KEY, never from an argument.
Exit codes: 0 done, permitted or holds, 1 error, 2 bad arguments or input, 3 denied or does not hold, 4 cannot tell yet,
5 not found, 6 holds by what was given (the chain was not asked), 7 service or chain unreachable, 130 interrupted.`;

/** The command line; of its groups, those that `args` name are ready to run. */
export async function buildProgram(args: readonly string[]): Promise<Command> {
  const { version } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
  ) as {
    version: string;
  };
  const program = new Command('lianpu')
    .description('Rights and provenance of digital cultural collectibles')
    .version(version)
    .addOption(
      new Option('--url <url>', 'where the service is').env('LIANPU_URL').default('http://127.0.0.1:3000'),
    )
    .addOption(
      new Option('--rpc <url>', 'where the chain is').env('RPC_URL').default('http://127.0.0.1:8545'),
    )
    .option('--key-file <file>', 'a file that holds a private key; else LIANPU_KEY is one')
    .option('--json', 'one JSON document instead of text')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: () => undefined })
    .exitOverride()
    .addHelpText('after', help);
  for (const [name, { about, load }] of Object.entries(groups)) {
    const group = program.command(name).description(about);
    if (args.includes(name)) (await load())(group);
  }
  return program;
}
