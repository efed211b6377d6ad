import { message } from '../../messages/Message.ts';
import { toPlace, toShare, toTime, useList, type ContractErrors } from './ContractErrors.ts';

/** Errors of `WorkRegistry` and `Accreditations`. */
export const workErrors: ContractErrors = {
  WorkUnknown: {
    code: 'work-unknown',
    say: (get) => message('errors.work-unknown', { workId: get('workId') }),
  },
  WorkAlreadyRegistered: {
    code: 'work-conflict',
    say: (get) => message('errors.chain-work-registered', { workId: get('workId') }),
  },
  WorkListsDiffer: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-lists', { expected: get('registrations'), got: get('sourceShares') }),
  },
  WorkHashMissing: { code: 'hash-malformed', say: () => message('errors.chain-hashes') },
  WorkNotCreator: {
    code: 'creator-required',
    say: (get) =>
      message('errors.work-creator', { expected: get('creator'), workId: get('workId'), got: get('caller') }),
  },
  WorkMetadataFrozen: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-metadata-frozen', { workId: get('workId') }),
  },
  WorkNotSuccessor: {
    code: 'successor-required',
    say: (get) =>
      message('errors.chain-work-successor', {
        expected: get('successor'),
        workId: get('workId'),
        got: get('caller'),
      }),
  },
  WorkCustodianNotAccredited: {
    code: 'custodian-required',
    say: (get) => message('errors.chain-custodian', { got: get('custodian') }),
  },
  WorkLabelsNotCommunity: {
    code: 'community-required',
    say: (get) => message('errors.chain-community', { got: get('creator') }),
  },
  WorkLabelsUnknown: { code: 'input-invalid', say: () => message('errors.chain-labels-unknown') },
  WorkRegimeInvalid: { code: 'input-invalid', say: () => message('errors.registrar-missing') },
  WorkSourcesDoNotFitKind: {
    code: 'input-invalid',
    say: (get) =>
      message(Number(get('sources')) === 0 ? 'errors.sources-missing' : 'errors.sources-unexpected'),
  },
  WorkUsesUnknown: { code: 'chain-refused', say: () => message('errors.use-unknown') },
  WorkHolderUsesAboveCeiling: {
    code: 'use-above-ceiling',
    say: (get) =>
      message('errors.chain-holder-uses', {
        expected: useList(get('ceiling')),
        got: useList(get('holderUses')),
      }),
  },
  WorkMoralRightsUnknown: { code: 'chain-refused', say: () => message('errors.chain-moral-rights') },
  WorkSummaryUnknown: { code: 'chain-refused', say: () => message('errors.chain-summary') },
  WorkResaleShareTooHigh: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-resale-share', { got: toShare(get('resaleBps')) }),
  },
  SharesTooMany: {
    code: 'input-invalid',
    say: (get) => message('errors.chain-shares-many', { most: get('limit'), got: get('count') }),
  },
  SharesSourcesNotAscending: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-sources-order', { workId: get('workId') }),
  },
  SharesDoNotSum: {
    code: 'shares-exceed-whole',
    say: (get) =>
      message('errors.chain-shares-sum', { expected: toShare(get('limit')), got: toShare(get('sum')) }),
  },
  SharesPayeeEmpty: {
    code: 'input-invalid',
    say: (get) => message('errors.chain-payee-empty', { place: toPlace(get('index')) }),
  },
  SharesPayeeIsLedger: {
    code: 'input-invalid',
    say: (get) => message('errors.chain-payee-ledger', { place: toPlace(get('index')) }),
  },
  SharesSourceNotLicensed: {
    code: 'source-not-licensed',
    say: (get) =>
      message('errors.chain-source-licence', { workId: get('sourceId'), creator: get('creator') }),
  },
  SharesMismatch: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-shares-other', { workId: get('workId') }),
  },
  SignatureExpired: {
    code: 'signature-expired',
    say: (get) =>
      message('errors.chain-signature-expired', {
        now: toTime(get('timestamp')),
        deadline: toTime(get('deadline')),
      }),
  },
  SignatureInvalid: {
    code: 'signature-invalid',
    say: (get) => message('errors.chain-signature', { signer: get('signer') }),
  },
  RegimeHolderNotAttested: {
    code: 'holder-not-attested',
    say: (get) =>
      message('errors.chain-holder-attested', { registrar: get('registrar'), holder: get('holder') }),
  },
  RegimeHoldingTooShort: {
    code: 'regime-refused',
    say: (get) => message('errors.chain-holding', { workId: get('workId'), from: toTime(get('until')) }),
  },
  RegimeTransfersExhausted: {
    code: 'regime-refused',
    say: (get) => message('errors.chain-transfers', { most: get('maxTransfers'), workId: get('workId') }),
  },
  AccreditationRolesUnknown: { code: 'input-invalid', say: () => message('errors.chain-roles') },
  AccreditationNotRegistrar: {
    code: 'registrar-required',
    say: (get) => message('errors.chain-registrar', { got: get('caller') }),
  },
  ERC721IncorrectOwner: {
    code: 'holder-required',
    say: (get) =>
      message('errors.chain-holder', { expected: get('owner'), workId: get('tokenId'), got: get('sender') }),
  },
  ERC721InsufficientApproval: {
    code: 'holder-required',
    say: (get) => message('errors.chain-holder-approved', { workId: get('tokenId'), got: get('operator') }),
  },
};
