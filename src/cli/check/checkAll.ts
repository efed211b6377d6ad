import { Command } from 'commander';
import { useNames } from '../../work/Uses.ts';
import { address, use } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Say } from '../command/Say.ts';
import { example } from '../command/example.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { pairs } from '../terminal/format.ts';
import { createRate } from '../terminal/rate.ts';
import type { Tally } from './checkFile.ts';

interface Options {
  out?: string;
  licensee?: string;
  use?: string;
}

export function checkTable({ say, run }: CommandContext): Command {
  return new Command('check-all')
    .argument('<table>', say('cli.check.check-all-table'))
    .description(say('cli.check.check-all'))
    .option('--out <file>', say('cli.check.check-all-out'))
    .option('--licensee <address>', say('cli.check.check-all-licensee'))
    .option('--use <use>', say('cli.check.check-all-use', { uses: useNames.join(', ') }))
    .addHelpText('after', `\n${say('cli.check.check-all-columns')}\n${example(say, ...examples)}`)
    .action(
      run<Options>(async (cli, file) => {
        const { out = `${file.replace(/\.csv$/i, '')}.verdicts.csv`, licensee, use: asked } = cli.options;
        const defaults = {
          ...(licensee === undefined ? {} : { licensee: address(licensee, '--licensee') }),
          ...(asked === undefined ? {} : { use: use(asked) }),
        };
        const [{ checkFile }, { licenceClient }] = await Promise.all([
          import('./checkFile.ts'),
          import('../../sdk/licence.ts'),
        ]);
        const all = await countLines(file);
        const rate = createRate(cli, say, say('cli.check.check-all-works'));
        const client = licenceClient(await cli.open('reader'));
        const tally = await checkFile(file, out, {
          defaults,
          check: client.checkAll,
          tell: (done) => rate.show(done, Math.max(done, all)),
        }).finally(() => rate.end());
        return {
          data: { ...tally, file: out },
          text: () => describeTally(tally, out, say),
          exitCode: toExitCode(tally),
        };
      }),
    );
}

const examples = ['lianpu licence check-all works.csv --licensee 0x… --use display --out verdicts.csv'];

function describeTally(tally: Tally, file: string, say: Say): string {
  return pairs(
    [say('cli.check.permitted'), `${tally.permitted}`],
    [say('cli.check.with-duties'), `${tally['permitted-with-duties']}`],
    [say('cli.check.denied'), `${tally.denied}`],
    [say('cli.check.cannot-tell'), `${tally['cannot-tell']}`],
    [say('cli.check.problem'), tally.problem === 0 ? null : `${tally.problem}`],
    [say('cli.check.written-to'), file],
  );
}

function toExitCode(tally: Tally): number {
  if (tally.denied > 0) return exitCodes.denied;
  return tally['cannot-tell'] + tally.problem > 0 ? exitCodes.cannotTell : exitCodes.done;
}

/** About how many rows there are to go: a cell may hold a line's end. */
async function countLines(file: string): Promise<number> {
  const { createReadStream } = await import('node:fs');
  let lines = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      const bytes = chunk as Buffer;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
    }
  } catch {
    // Reported when the table is read.
  }
  return Math.max(0, lines - 1);
}
