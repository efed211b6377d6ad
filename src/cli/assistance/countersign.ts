import { Command } from 'commander';
import { countersignerRoles } from '../../assistance/record/Countersignature.ts';
import { assistanceClient } from '../../sdk/assistance.ts';
import { hash, oneOf, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';
import { positionWords } from '../terminal/words.ts';

export function countersignRecord({ say, run }: CommandContext): Command {
  return new Command('countersign')
    .description(say('cli.assistance.countersign'))
    .argument('<work>', say('cli.argument-work'))
    .argument('<leaf>', say('cli.assistance.argument-leaf'))
    .requiredOption('--role <role>', say('cli.one-of', { names: countersignerRoles.join(', ') }))
    .option('--remark <text>', say('cli.assistance.remark'))
    .addHelpText(
      'after',
      example(say, 'lianpu assistance countersign WORK 0x… --role custodian --key-file academy.key'),
    )
    .action(
      run<{ role: string; remark?: string }>(async (cli, id, leaf) => {
        const [work, leafHash] = [workId(id), hash(leaf, 'LEAF')];
        const role = oneOf(countersignerRoles, cli.options.role, '--role');
        const client = assistanceClient(await cli.open('signer'));
        cli.progress(say('cli.assistance.countersigning'));
        const logged = await client.countersign(work, leafHash, role, cli.options.remark ?? null);
        return {
          data: logged,
          text: () => pairs([say('cli.assistance.role'), role], [say('cli.log'), positionWords(say, logged)]),
        };
      }),
    );
}
