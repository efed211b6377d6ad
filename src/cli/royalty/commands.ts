import type { CommandGroup } from '../command/CommandContext.ts';
import { acceptHandOver } from './accept.ts';
import { claimRoyalties } from './claim.ts';
import { showCredit } from './credit.ts';
import { handOver } from './handOver.ts';
import { payWork } from './pay.ts';
import { payWorks } from './payMany.ts';
import { settleWork } from './settle.ts';

/** `lianpu royalty …` */
export const royaltyCommands: CommandGroup = {
  examples: ['lianpu royalty credit 0x…'],
  commands: [payWork, payWorks, settleWork, claimRoyalties, handOver, acceptHandOver, showCredit],
};
