import type { CommandGroup } from '../command/CommandContext.ts';
import { auditLedger } from './ledger.ts';
import { traceWork } from './work.ts';

/** `lianpu trace …` */
export const traceCommands: CommandGroup = {
  examples: ['lianpu trace ledger'],
  commands: [traceWork, auditLedger],
};
