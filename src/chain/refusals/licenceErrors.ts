import { message } from '../../messages/Message.ts';
import {
  coinText,
  toShare,
  toTime,
  useList,
  usesBeyond,
  usesInBoth,
  type ContractErrors,
} from './ContractErrors.ts';

/** Errors of `LicenceRegistry`. */
export const licenceErrors: ContractErrors = {
  LicenceNotOffered: {
    code: 'licence-not-offered',
    say: (get) => message('errors.terms-offered', { workId: get('workId'), termsId: get('termsId') }),
  },
  LicenceUsesRetained: {
    code: 'use-retained',
    say: (get) =>
      message('errors.uses-retained', {
        workId: get('workId'),
        uses: usesInBoth(get('asked'), get('retained')),
      }),
  },
  LicenceUsesAboveCeiling: {
    code: 'use-above-ceiling',
    say: (get) =>
      message('errors.uses-above-ceiling', {
        workId: get('workId'),
        uses: usesBeyond(get('asked'), get('ceiling')),
      }),
  },
  LicencePassesOnTooMuch: {
    code: 'chain-refused',
    say: (get) =>
      message('errors.chain-pass-on', { expected: useList(get('uses')), got: useList(get('passOn')) }),
  },
  LicenceTermsInvalid: { code: 'chain-refused', say: () => message('errors.chain-terms') },
  LicenceNotShareAlike: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-share-alike', { workId: get('workId') }),
  },
  LicenceOutlivesSource: {
    code: 'licence-outlives-source',
    say: (get) => message('errors.chain-outlives', { until: toTime(get('until')), workId: get('workId') }),
  },
  LicenceNotApproved: {
    code: 'approval-required',
    say: (get) => message('errors.chain-approval', { workId: get('workId'), licensee: get('licensee') }),
  },
  LicenceSoldOut: {
    code: 'licence-sold-out',
    say: (get) => message('errors.chain-sold-out', { cap: get('cap'), termsId: get('termsId') }),
  },
  LicencePriceTooHigh: { code: 'price-changed', say: () => message('errors.chain-price') },
  LicencePriceMismatch: {
    code: 'chain-refused',
    say: (get) =>
      message('errors.chain-payment', { expected: coinText(get('price')), got: coinText(get('sent')) }),
  },
  LicenceAlreadyHeld: {
    code: 'licence-already-held',
    say: (get) =>
      message('errors.chain-licence-held', { termsId: get('termsId'), licensee: get('licensee') }),
  },
  LicenceUnitsInvalid: {
    code: 'units-invalid',
    say: (get) => message('errors.chain-units', { held: get('held'), got: get('units') }),
  },
  LicenceNotTransferable: {
    code: 'licence-not-transferable',
    say: (get) => message('errors.chain-transferable', { termsId: get('termsId') }),
  },
  LicenceInBreach: {
    code: 'licence-in-breach',
    say: (get) => message('errors.chain-in-breach', { licensee: get('licensee') }),
  },
  BreachUnfounded: { code: 'input-invalid', say: () => message('errors.chain-breach-form') },
  BreachMissing: {
    code: 'breach-missing',
    say: (get) => message('errors.chain-breach-missing', { licensee: get('licensee') }),
  },
  BreachCurable: {
    code: 'breach-curable',
    say: (get) => message('errors.chain-breach-curable', { until: toTime(get('until')) }),
  },
  LicenceRegistrarUnknown: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-caller-works', { got: get('caller') }),
  },
  SharesBelowLicence: {
    code: 'shares-below-licence',
    say: (get) =>
      message('errors.chain-share-below', {
        expected: toShare(get('licensedBps')),
        workId: get('sourceId'),
        got: toShare(get('shareBps')),
      }),
  },
  LicenceLicenseeMissing: { code: 'input-invalid', say: () => message('errors.chain-licensee') },
  LicenceMissing: {
    code: 'licence-missing',
    say: (get) => message('errors.chain-licence', { workId: get('workId'), licensee: get('licensee') }),
  },
  LicenceExpired: {
    code: 'licence-expired',
    say: (get) => message('errors.chain-licence-expired', { until: toTime(get('until')) }),
  },
  LicenceUsesNotCovered: {
    code: 'source-not-licensed',
    say: (get) =>
      message('errors.chain-licence-uses', { expected: useList(get('asked')), got: useList(get('uses')) }),
  },
};
