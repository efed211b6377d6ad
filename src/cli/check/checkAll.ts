import type { Command } from 'commander';
import { useNames } from '../../work/Uses.ts';
import { address, use } from '../command/arguments.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { pairs } from '../terminal/format.ts';
import { rateOf } from '../terminal/rate.ts';
import { example, run } from '../command/run.ts';

/** The same question of a table of works. */
export function checkAllCommand(licence: Command): void {
  licence
    .command('check-all <table>')
    .description('Ask the same of every work in a CSV file, and write it again with a verdict in each row')
    .option('--out <file>', 'where to write; TABLE.verdicts.csv unless given')
    .option('--licensee <address>', 'who asks, where a row does not say')
    .option('--use <use>', `the use, where a row does not say: one of ${useNames.join(', ')}`)
    .addHelpText(
      'after',
      `
A column work, token or sha256 names the work of a row. Columns licensee, use, purpose, territory, medium, industry,
language, recipient, time and count are part of its question; all others are kept as they are.
Exits with 0 if all is permitted, 3 if anything is denied, else 4 if anything cannot be told or asked.
${example('lianpu licence check-all works.csv --licensee 0x… --use display --out verdicts.csv')}`,
    )
    .action(
      run<{ out?: string; licensee?: string; use?: string }>(async (cli, file) => {
        const { out = `${file.replace(/\.csv$/i, '')}.verdicts.csv`, licensee, use: asked } = cli.options;
        const defaults = {
          ...(licensee === undefined ? {} : { licensee: address(licensee, '--licensee') }),
          ...(asked === undefined ? {} : { use: use(asked) }),
        };
        const [{ checkFile }, { licenceClient }] = await Promise.all([
          import('./checkFile.ts'),
          import('../../sdk/licence.ts'),
        ]);
        const all = await linesOf(file);
        const rate = rateOf(cli, 'works');
        const client = licenceClient(cli.reading());
        const tally = await checkFile(file, out, {
          defaults,
          check: client.checkAll,
          tell: (done) => rate.show(done, Math.max(done, all)),
        }).finally(() => rate.end());
        const { permitted, denied, problem } = tally;
        const [duties, untold] = [tally['permitted-with-duties'], tally['cannot-tell']];
        return {
          data: { ...tally, file: out },
          text: () =>
            pairs(
              ['permitted', `${permitted}`],
              ['with duties', `${duties}`],
              ['denied', `${denied}`],
              ['cannot tell', `${untold}`],
              ['no question', problem === 0 ? null : `${problem}`],
              ['written to', out],
            ),
          exitCode:
            denied > 0 ? exitCodes.denied : untold + problem > 0 ? exitCodes.cannotTell : exitCodes.done,
        };
      }),
    );
}

/** About how many rows there are to go: a cell may hold a line's end. */
async function linesOf(file: string): Promise<number> {
  const { createReadStream } = await import('node:fs');
  let lines = 0;
  try {
    for await (const chunk of createReadStream(file)) {
      const bytes = chunk as Buffer;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
    }
  } catch {
    // Said when it is read.
  }
  return Math.max(0, lines - 1);
}
