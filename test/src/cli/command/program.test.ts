import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { createContext } from '../../../../src/cli/command/createContext.ts';
import { buildProgram } from '../../../../src/cli/command/program.ts';

const context = createContext([], {});
const commands = {
  work: ['register', 'upload', 'show', 'mint', 'transfer', 'attest', 'accreditation', 'revise-end', 'list'],
  assistance: ['declare', 'amend', 'countersign', 'disclose', 'open', 'verify', 'reader', 'show'],
  process: ['start', 'add', 'watch', 'log', 'disclose', 'verify', 'show'],
  licence: [
    'preset',
    'words',
    'document',
    'headers',
    'compare',
    'offer',
    'offers',
    'withdraw',
    'acquire',
    'transfer',
    'check',
    'check-all',
    'changes',
    'request',
    'approvals',
    'approve',
    'breach',
    'forgive',
    'revoke',
    'list',
  ],
  usage: ['judge', 'file', 'pay', 'show'],
  royalty: ['pay', 'pay-many', 'settle', 'claim', 'hand-over', 'accept', 'credit'],
  trace: ['work', 'ledger'],
  log: ['verify', 'prove'],
  verify: [],
  status: [],
};

it('a group is loaded when it is named, and no other is', async () => {
  const { commands: groups } = await buildProgram(['licence', 'check'], context);
  expect(groups.map((group) => group.name())).toEqual(Object.keys(commands));
  expect(groups.filter((group) => group.commands.length > 0).map((group) => group.name())).toEqual([
    'licence',
  ]);
});

it.each(Object.entries(commands))(
  '%s has its commands, and the help of each shows it at work',
  async (stage, names) => {
    const { commands: groups } = await buildProgram([stage], context);
    const group = groups.find((one) => one.name() === stage);
    expect(group?.commands.map((command) => command.name())).toEqual(names);
    expect(toHelp(group)).toContain(`$ lianpu ${stage}`);
    for (const command of group?.commands ?? []) {
      expect(toHelp(command)).toContain(`$ lianpu ${stage} ${command.name()}`);
    }
  },
);

function toHelp(command: Command | undefined): string {
  let text = '';
  command?.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  return text;
}
