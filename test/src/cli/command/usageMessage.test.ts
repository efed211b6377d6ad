import { CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { createContext } from '../../../../src/cli/command/createContext.ts';
import { buildProgram } from '../../../../src/cli/command/program.ts';
import { usageMessage } from '../../../../src/cli/command/usageMessage.ts';

const context = createContext([], {});

it.each([
  [['dance'], 'cli.usage-command-unknown', { name: 'dance' }],
  [['status', '--zzz'], 'cli.usage-option-unknown', { name: '--zzz' }],
  [['status', 'now'], 'cli.usage-arguments-excess', { name: 'status' }],
  [['work', 'show'], 'cli.usage-argument-missing', { name: 'work' }],
  [['work', 'register', 'a.png'], 'cli.usage-option-missing', { name: '--draft <file>' }],
  [['status', '--url'], 'cli.usage-option-empty', { name: '--url <url>' }],
  [['status', '--lang', 'fr'], 'cli.usage-option-invalid', { choices: 'en, zh, id' }],
])('a command line that is wrong is named by what is wrong: %j', async (args, id, values) => {
  expect(await toUsage(args)).toMatchObject({ id, values });
});

it('a likely name is offered', async () => {
  expect(await toUsage(['status', '--jsn'])).toMatchObject({
    id: 'cli.usage-likely',
    values: { likely: '--json', problem: { id: 'cli.usage-option-unknown' } },
  });
});

async function toUsage(args: string[]) {
  const program = await buildProgram(args, context);
  const error = await program.parseAsync(args, { from: 'user' }).catch((error: unknown) => error);
  if (!(error instanceof CommanderError)) throw new Error(`expected a usage error, got ${String(error)}`);
  return usageMessage(error);
}
