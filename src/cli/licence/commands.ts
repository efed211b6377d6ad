import type { CommandGroup } from '../command/CommandContext.ts';
import { listChanges } from '../check/changes.ts';
import { checkTable } from '../check/checkAll.ts';
import { checkUse } from '../check/check.ts';
import { comparePolicies } from '../terms/compare.ts';
import { printDocument } from '../terms/document.ts';
import { printHeaders } from '../terms/headers.ts';
import { draftTerms } from '../terms/preset.ts';
import { showWords } from '../terms/words.ts';
import { acquireLicence } from './acquire.ts';
import { listApprovals } from './approvals.ts';
import { approveLicensee } from './approve.ts';
import { recordBreach } from './breach.ts';
import { forgiveBreach } from './forgive.ts';
import { listLicences } from './list.ts';
import { offerTerms } from './offer.ts';
import { listOffers } from './offers.ts';
import { requestApproval } from './request.ts';
import { revokeLicence } from './revoke.ts';
import { transferLicence } from './transfer.ts';
import { withdrawOffer } from './withdraw.ts';

/** `lianpu licence …`: terms, checks and licences. */
export const licenceCommands: CommandGroup = {
  examples: ['lianpu licence check WORK --licensee 0x… --use embedInGame'],
  commands: [
    draftTerms,
    showWords,
    printDocument,
    printHeaders,
    comparePolicies,
    offerTerms,
    listOffers,
    withdrawOffer,
    acquireLicence,
    transferLicence,
    checkUse,
    checkTable,
    listChanges,
    requestApproval,
    listApprovals,
    approveLicensee,
    recordBreach,
    forgiveBreach,
    revokeLicence,
    listLicences,
  ],
};
