import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Change } from '../../check/changes/Change.ts';
import { toJson } from '../../kernel/values.ts';
import { address, count, place, workId } from '../command/arguments.ts';
import { line, printable, short, timeText } from '../terminal/format.ts';
import { example, run } from '../command/run.ts';
import { untilInterrupted } from '../terminal/untilInterrupted.ts';

interface Options {
  since: string;
  licensee?: string;
  follow?: boolean;
  every: string;
}

/** Changes to the works somebody uses. */
export function changesCommand(licence: Command): void {
  licence
    .command('changes [works...]')
    .description('List changes since a block to the given works, or to works an account licenses')
    .requiredOption('--since <block>', 'a block: what happened in it is known already')
    .option('--licensee <address>', 'whose licences')
    .option('--follow', 'go on until Ctrl-C')
    .option('--every <seconds>', 'how often to ask when following', '5')
    .addHelpText(
      'after',
      example(
        'lianpu licence changes --since 21000000 --licensee 0x…',
        'lianpu licence changes WORK WORK --since 0 --follow --json',
      ),
    )
    .action(
      run<Options>(async (cli, ...works) => {
        const { licensee: account, follow = false, json = false } = cli.options;
        const every = count(cli.options.every, '--every');
        const filter = {
          licensee: account === undefined ? undefined : address(account, '--licensee'),
          workIds: works.map((id) => workId(id, 'WORKS')),
        };
        const { licenceClient } = await import('../../sdk/licence.ts');
        const client = licenceClient(cli.reading());
        let { changes, through } = await client.changes(place(cli.options.since, '--since'), filter);
        const signal = follow ? untilInterrupted() : undefined;
        while (signal?.aborted === false) {
          for (const change of changes) {
            process.stdout.write(`${json ? toJson(change) : printable(textOf(change))}\n`);
          }
          await pause(every * 1000, undefined, { signal }).catch(() => undefined);
          if (!signal.aborted) ({ changes, through } = await client.changes(through, filter));
          else changes = [];
        }
        return {
          data: { changes, through },
          text: () => [...changes.map(textOf), `all up to block ${through}`].join('\n'),
        };
      }),
    );
}

function textOf({ workId: work, change, termsId, licensee, block, time }: Change): string {
  const about = [termsId === null ? '' : `terms ${short(termsId)}`, licensee ?? ''].filter(
    (one) => one !== '',
  );
  return line(
    [`block ${block}`, timeText(time), `work ${work}`, change.replaceAll('-', ' '), ...about].join('  '),
  );
}
