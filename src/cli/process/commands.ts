import type { CommandGroup } from '../command/CommandContext.ts';
import { addEvent } from './add.ts';
import { disclosePack } from './disclose.ts';
import { logSession } from './log.ts';
import { showSession } from './show.ts';
import { startSession } from './start.ts';
import { verifyPack } from './verify.ts';
import { watchDrafts } from './watch.ts';

export const processCommands: CommandGroup = {
  examples: ['lianpu process show mask.session'],
  commands: [startSession, addEvent, watchDrafts, logSession, disclosePack, verifyPack, showSession],
};
