import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import type { Change } from '../../check/changes/Change.ts';
import { toJson } from '../../kernel/values.ts';
import { address, count, place, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Say } from '../command/Say.ts';
import { example } from '../command/example.ts';
import { line, printable, short, timeText } from '../terminal/format.ts';
import { untilInterrupted } from '../terminal/untilInterrupted.ts';

interface Options {
  since: string;
  licensee?: string;
  follow?: boolean;
  every: string;
}

export function listChanges({ say, run }: CommandContext): Command {
  return new Command('changes')
    .argument('[works...]', say('cli.check.changes-works'))
    .description(say('cli.check.changes'))
    .requiredOption('--since <block>', say('cli.check.changes-since'))
    .option('--licensee <address>', say('cli.check.changes-licensee'))
    .option('--follow', say('cli.check.changes-follow'))
    .option('--every <seconds>', say('cli.check.changes-every'), '5')
    .addHelpText('after', example(say, ...examples))
    .action(
      run<Options>(async (cli, ...works) => {
        const { licensee, follow = false, json = false } = cli.options;
        const every = count(cli.options.every, '--every');
        const filter = {
          licensee: licensee === undefined ? undefined : address(licensee, '--licensee'),
          workIds: works.map((id) => workId(id, 'WORKS')),
        };
        const { licenceClient } = await import('../../sdk/licence.ts');
        const client = licenceClient(await cli.open('reader'));
        let { changes, through } = await client.changes(place(cli.options.since, '--since'), filter);
        const signal = follow ? untilInterrupted() : undefined;
        while (signal?.aborted === false) {
          for (const change of changes) {
            process.stdout.write(`${json ? toJson(change) : printable(changeText(change, say))}\n`);
          }
          await pause(every * 1000, undefined, { signal }).catch(() => undefined);
          if (!signal.aborted) ({ changes, through } = await client.changes(through, filter));
          else changes = [];
        }
        return {
          data: { changes, through },
          text: () =>
            [
              ...changes.map((one) => changeText(one, say)),
              say('cli.check.changes-through', { block: `${through}` }),
            ].join('\n'),
        };
      }),
    );
}

const examples = [
  'lianpu licence changes --since 21000000 --licensee 0x…',
  'lianpu licence changes WORK WORK --since 0 --follow --json',
];

function changeText({ workId: work, change, termsId, licensee, block, time }: Change, say: Say): string {
  return line(
    [
      say('cli.check.change-block', { block: `${block}` }),
      timeText(time),
      say('cli.check.change-work', { workId: `${work}` }),
      say(`cli.check.changed-${change}`),
      ...(termsId === null ? [] : [say('cli.check.change-terms', { termsId: short(termsId) })]),
      ...(licensee === null ? [] : [licensee]),
    ].join('  '),
  );
}
