import { Command } from 'commander';
import { count, hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { repeatable } from '../command/repeatable.ts';
import { readJson } from '../terminal/readInput.ts';
import { verificationExitCode } from '../verify/exitCode.ts';
import { withGround } from '../verify/withGround.ts';

interface VerifyOptions {
  root: string[];
  work?: string;
  gap: string;
  clock: string;
}

export function verifyPack(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('verify')
    .argument('<pack>', say('cli.verify.pack-argument'))
    .description(say('cli.verify.pack-description'))
    .option('--root <root>', say('cli.verify.pack-option-root'), repeatable, [])
    .option('--work <work>', say('cli.verify.pack-option-work'))
    .option('--gap <seconds>', say('cli.verify.pack-option-gap'), '3600')
    .option('--clock <seconds>', say('cli.verify.pack-option-clock'), '600')
    .addHelpText(
      'after',
      `${example(
        say,
        'lianpu process verify pack.json',
        'lianpu process verify pack.json --root 0x…',
      )}\n\n${say('cli.verify.pack-help-after')}`,
    )
    .action(
      run<VerifyOptions>(async (cli, file) => {
        const { root, work, gap, clock } = cli.options;
        const options = {
          gap: count(gap, '--gap'),
          clock: count(clock, '--clock'),
          workId: work === undefined ? undefined : workId(work, '--work'),
        };
        const roots = root.map((one) => ({ root: hash(one, '--root') }));
        const pack = await readJson(file);
        const { verifyPack } = await import('../../sdk/verify.ts');
        const verified = await withGround(cli, context, roots, (ground) => verifyPack(pack, ground, options));
        const { describePack } = await import('./describePack.ts');
        return {
          data: verified,
          text: () => describePack(verified, say),
          exitCode: verificationExitCode(verified),
        };
      }),
    );
}
