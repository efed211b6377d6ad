import { message } from '../../messages/Message.ts';
import { hashOrNone, type ContractErrors } from './ContractErrors.ts';

/** Errors of `ProvenanceLog`. */
export const logErrors: ContractErrors = {
  LogNotGrowing: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-log-size', { size: get('size'), got: get('newSize') }),
  },
  LogInconsistent: {
    code: 'log-inconsistent',
    say: (get) => message('errors.chain-log-other', { size: get('size') }),
  },
  LogEntryNotProven: {
    code: 'entry-not-proven',
    say: (get) => message('errors.chain-entry-proof', { index: get('index'), size: get('size') }),
  },
  LogRegistrationDisordered: { code: 'input-invalid', say: () => message('errors.chain-registration-form') },
  LogAuthorNotOperator: {
    code: 'operator-required',
    say: (get) => message('errors.chain-author', { creator: get('creator'), author: get('author') }),
  },
  LogCreatorMissing: { code: 'input-invalid', say: () => message('errors.chain-creator-missing') },
  LogSignatureUnexpected: { code: 'input-invalid', say: () => message('errors.chain-signature-unexpected') },
  LogCreatorSilent: {
    code: 'creator-required',
    say: (get) =>
      message('errors.chain-creator-signature', { creator: get('creator'), author: get('author') }),
  },
  LogTermsMismatch: {
    code: 'terms-mismatch',
    say: (get) =>
      message('errors.chain-terms-logged', {
        expected: hashOrNone(get('logged')),
        got: hashOrNone(get('got')),
      }),
  },
};
