import type { CommandGroup } from '../command/CommandContext.ts';
import { fileReport } from './file.ts';
import { judgeReport } from './judge.ts';
import { payReport } from './pay.ts';
import { showReport } from './show.ts';

/** `lianpu usage …` */
export const usageCommands: CommandGroup = {
  examples: ['lianpu usage judge report.json --reporter 0x…'],
  commands: [judgeReport, fileReport, payReport, showReport],
};
