import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { createContext } from '../../../../src/cli/command/createContext.ts';
import { buildProgram, groupNames } from '../../../../src/cli/command/program.ts';

const page = 'docs/reference/cli.md';

it('the page of the command line is what its help prints (vitest run test/src/cli/command/helpPage.test.ts -u writes it)', async () => {
  const program = await buildProgram(groupNames, createContext([], {}));
  const sections = [
    `# The command line

What \`lianpu --help\` and the help of each command print. In this repository, run \`npx lianpu\`. [Errors](errors.md) lists
the exit codes of errors; the [guides](../README.md) show the commands at work.

${toHelp(program)}`,
  ];
  for (const group of program.commands) {
    if (group.name() === 'help') continue;
    sections.push(`## ${group.name()}\n\n${toHelp(group)}`);
    for (const command of group.commands.filter((one) => one.name() !== 'help')) {
      sections.push(`### ${group.name()} ${command.name()}\n\n${toHelp(command)}`);
    }
  }
  await expect(`${sections.join('\n\n')}\n`).toMatchFileSnapshot(`../../../../${page}`);
});

/** The help of a command, in a width that fits the page; options of every command stand at the top of it only. */
function toHelp(command: Command): string {
  let text = '';
  command
    .configureHelp({ ...command.configureHelp(), showGlobalOptions: false, helpWidth: 100 })
    .configureOutput({ writeOut: (part) => (text += part) })
    .outputHelp();
  return `\`\`\`text\n${text.trim()}\n\`\`\``;
}
