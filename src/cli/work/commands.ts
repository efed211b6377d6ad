import type { CommandGroup } from '../command/CommandContext.ts';
import { showAccreditation } from './accreditation.ts';
import { attestHolder } from './attest.ts';
import { listWorks } from './list.ts';
import { mintWork } from './mint.ts';
import { registerWork } from './register.ts';
import { reviseEnd } from './reviseEnd.ts';
import { showWork } from './show.ts';
import { transferWork } from './transfer.ts';
import { uploadWorks } from './upload.ts';

export const workCommands: CommandGroup = {
  examples: ['lianpu work show WORK', 'lianpu work list --kind opera-mask'],
  commands: [
    registerWork,
    uploadWorks,
    showWork,
    mintWork,
    transferWork,
    attestHolder,
    showAccreditation,
    reviseEnd,
    listWorks,
  ],
};
