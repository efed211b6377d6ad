import { Command } from 'commander';
import { count } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';

export function showSession({ say, run }: CommandContext): Command {
  return new Command('show')
    .description(say('cli.process.show'))
    .argument('<session>', say('cli.process.argument-session'))
    .option('--gap <seconds>', say('cli.process.show-gap'), '3600')
    .addHelpText('after', example(say, 'lianpu process show mask.session'))
    .action(
      run<{ gap: string }>(async (cli, file) => {
        const gap = count(cli.options.gap, '--gap');
        const { readSessionFile } = await import('../../process/recorder/readSessionFile.ts');
        const { describeSession } = await import('./describeSession.ts');
        return describeSession(readSessionFile(file), gap, say);
      }),
    );
}
