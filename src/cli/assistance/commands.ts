import type { CommandGroup } from '../command/CommandContext.ts';
import { amendAssistance } from './amend.ts';
import { countersignRecord } from './countersign.ts';
import { declareAssistance } from './declare.ts';
import { discloseRecord } from './disclose.ts';
import { openRecord } from './open.ts';
import { createReader } from './reader.ts';
import { showAssistance } from './show.ts';
import { verifyOpening } from './verify.ts';

export const assistanceCommands: CommandGroup = {
  examples: ['lianpu assistance show WORK'],
  commands: [
    declareAssistance,
    amendAssistance,
    countersignRecord,
    discloseRecord,
    openRecord,
    verifyOpening,
    createReader,
    showAssistance,
  ],
};
