import { Command } from 'commander';
import { toJson } from '../../kernel/values.ts';
import { processClient } from '../../sdk/processes.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';
import { writeNew } from '../terminal/writeNew.ts';
import { chooseEvents, type ChosenOptions } from './chooseEvents.ts';

export function disclosePack({ say, run }: CommandContext): Command {
  return new Command('disclose')
    .description(say('cli.process.disclose'))
    .argument('<session>', say('cli.process.argument-session'))
    .requiredOption('--events <numbers>', say('cli.process.disclose-events'))
    .requiredOption('--out <file>', say('cli.process.disclose-out'))
    .option('--with-content <numbers>', say('cli.process.disclose-content'))
    .option('--without-hash <numbers>', say('cli.process.disclose-hash'))
    .option('--without-label <numbers>', say('cli.process.disclose-label'))
    .addHelpText('after', example(say, 'lianpu process disclose mask.session --events 1,4-6 --out pack.json'))
    .action(
      run<ChosenOptions & { out: string }>(async (cli, file) => {
        const { out } = cli.options;
        const { readSessionFile } = await import('../../process/recorder/readSessionFile.ts');
        const session = readSessionFile(file);
        const chosen = await chooseEvents(cli.options, file, session.events);
        cli.progress(say('cli.process.waiting-anchor'));
        const pack = await processClient(await cli.open('reader')).disclose(session, chosen);
        await writeNew(out, `${toJson(pack)}\n`);
        const closed = pack.events.length - chosen.size;
        const heads = pack.heads.map(({ record, anchor }) => ({ count: record.count, block: anchor.block }));
        return {
          data: { pack: out, disclosed: chosen.size, closed, heads },
          text: () =>
            pairs(
              [say('cli.process.pack'), out],
              [say('cli.process.disclosed'), `${chosen.size}`],
              [say('cli.process.withheld'), `${closed}`],
            ),
        };
      }),
    );
}
