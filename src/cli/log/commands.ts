import type { CommandGroup } from '../command/CommandContext.ts';
import { proveEntry } from './prove.ts';
import { verifyLog } from './verify.ts';

export const logCommands: CommandGroup = {
  examples: ['lianpu log verify', 'lianpu log prove 12 -o entry.json'],
  commands: [verifyLog, proveEntry],
};
