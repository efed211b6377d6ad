import { Command } from 'commander';
import { count, hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { repeatable } from '../command/repeatable.ts';
import { run } from '../command/run.ts';
import { readJson } from '../terminal/readInput.ts';
import { showPackReport } from './showProcess.ts';

export function verifyPack({ say }: CommandContext): Command {
  return new Command('verify')
    .argument('<pack>')
    .description(
      'Check a pack against the chain, or offline against anchored roots; exits 0, 6 offline, 3 if it does not hold, 4 if the chain has to tell, 7 if it cannot be asked',
    )
    .option(
      '--root <root>',
      'a root that was anchored; can be given again; the chain is not asked',
      repeatable,
      [],
    )
    .option('--work <work>', 'the work whose file has to be among what is disclosed')
    .option('--gap <seconds>', 'show times between events from this length on', '3600')
    .option('--clock <seconds>', 'show clocks that are further off than this', '600')
    .addHelpText(
      'after',
      example(say, 'lianpu process verify pack.json', 'lianpu process verify pack.json --root 0x…'),
    )
    .action(
      run<{ root: string[]; work?: string; gap: string; clock: string }>(async (cli, file) => {
        const { root, work, gap, clock } = cli.options;
        const question = {
          gap: count(gap, '--gap'),
          clock: count(clock, '--clock'),
          workId: work === undefined ? undefined : workId(work, '--work'),
        };
        const roots = root.map((one) => hash(one, '--root'));
        const pack = await readJson(file);
        const { verifyProcess } = await import('../../sdk/verifyProcess.ts');
        const ground = roots.length > 0 ? { roots } : { rpcUrl: cli.options.rpc };
        const report = await verifyProcess(pack, ground, question);
        return { data: report, text: () => showPackReport(report), exitCode: exitCodeOf(report) };
      }),
    );
}

function exitCodeOf({ verdict, against }: { verdict: string; against: string }) {
  if (verdict === 'does-not-hold') return exitCodes.denied;
  if (verdict === 'cannot-tell') return exitCodes.cannotTell;
  return against === 'root' ? exitCodes.holdsOffline : exitCodes.done;
}
