import { Command } from 'commander';
import { toSourceCode } from '../../assistance/record/AssistanceStep.ts';
import { refuseInput } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import { workClient, type RegisteredWork } from '../../sdk/work.ts';
import { WorkDraft } from '../../work/WorkDraft.ts';
import {
  readDisclosing,
  addDisclosingOptions,
  type DisclosingOptions,
} from '../assistance/disclosingOptions.ts';
import { readDeclaration } from '../assistance/readDeclaration.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Say } from '../command/Say.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';
import { readBytes, readDraft } from '../terminal/readInput.ts';

interface RegisterOptions extends DisclosingOptions {
  draft: string;
  steps?: string;
}

export function registerWork({ say, run }: CommandContext): Command {
  const command = new Command('register')
    .description(say('cli.work.register'))
    .argument('<file>', say('cli.work.register-file'))
    .requiredOption('--draft <file>', say('cli.work.register-draft'))
    .option('--steps <file>', say('cli.work.register-steps'));
  return addDisclosingOptions(say, command)
    .addHelpText(
      'after',
      example(say, 'lianpu work register mask.png --draft work.json --key-file painter.key'),
    )
    .action(
      run<RegisterOptions>(async (cli, file) => {
        const { draft: draftFile, steps } = cli.options;
        const draft = await readDraft(draftFile, WorkDraft);
        const declaration = steps === undefined ? [] : await readDeclaration(steps);
        const disclosing = await readDisclosing(cli.options);
        if (steps === undefined && disclosing.disclosure !== 'public') {
          throw refuseInput([{ field: '--steps', fault: message('errors.steps-missing') }]);
        }
        const bytes = await readBytes(file);
        const client = workClient(await cli.open('signer'));
        cli.progress(say('cli.work.registering'));
        const registered = await client.register(draft, bytes, declaration, { disclosing });
        return { data: registered, text: () => describeRegistered(say, registered) };
      }),
    );
}

function describeRegistered(say: Say, { workId, block, transaction, assistance }: RegisteredWork): string {
  return pairs(
    [say('cli.work'), `${workId}`],
    [say('cli.block'), `${block}`],
    [say('cli.transaction'), transaction],
    [
      say('cli.work.assistance'),
      assistance === null
        ? null
        : say('cli.work.assistance-logged', {
            summary: toSourceCode(assistance.record.summary),
            index: `${assistance.index}`,
          }),
    ],
  );
}
