import { Command } from 'commander';
import { assistanceClient } from '../../sdk/assistance.ts';
import { workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { describeRecord } from './describeRecords.ts';
import { addDisclosingOptions, readDisclosing, type DisclosingOptions } from './disclosingOptions.ts';
import { readDeclaration } from './readDeclaration.ts';

export function declareAssistance({ say, run }: CommandContext): Command {
  const command = new Command('declare')
    .description(say('cli.assistance.declare'))
    .argument('<work>', say('cli.argument-work'))
    .argument('<steps>', say('cli.assistance.argument-steps'));
  return addDisclosingOptions(say, command)
    .addHelpText(
      'after',
      example(
        say,
        'lianpu assistance declare WORK steps.json --key-file painter.key',
        'lianpu assistance declare WORK steps.json --disclosure hashOnly --opening opening.json --key-file painter.key',
      ),
    )
    .action(
      run<DisclosingOptions>(async (cli, id, file) => {
        const [work, declaration] = [workId(id), await readDeclaration(file)];
        const disclosing = await readDisclosing(cli.options);
        const client = assistanceClient(await cli.open('signer'));
        cli.progress(say('cli.assistance.logging'));
        const logged = await client.declare(work, declaration, disclosing);
        return { data: logged, text: () => describeRecord(logged, say) };
      }),
    );
}
