import { Command } from 'commander';
import { assistanceClient } from '../../sdk/assistance.ts';
import { hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { describeRecord } from './describeRecords.ts';
import { addDisclosingOptions, readDisclosing, type DisclosingOptions } from './disclosingOptions.ts';
import { readDeclaration } from './readDeclaration.ts';

export function amendAssistance({ say, run }: CommandContext): Command {
  const command = new Command('amend')
    .description(say('cli.assistance.amend'))
    .argument('<work>', say('cli.argument-work'))
    .argument('<leaf>', say('cli.assistance.argument-leaf'))
    .argument('<steps>', say('cli.assistance.argument-steps'));
  return addDisclosingOptions(say, command)
    .addHelpText('after', example(say, 'lianpu assistance amend WORK 0x… steps.json --key-file painter.key'))
    .action(
      run<DisclosingOptions>(async (cli, id, leaf, file) => {
        const [work, amends, declaration] = [workId(id), hash(leaf, 'LEAF'), await readDeclaration(file)];
        const disclosing = await readDisclosing(cli.options);
        const client = assistanceClient(await cli.open('signer'));
        cli.progress(say('cli.assistance.logging'));
        const logged = await client.declare(work, declaration, { ...disclosing, amends });
        return { data: logged, text: () => describeRecord(logged, say) };
      }),
    );
}
