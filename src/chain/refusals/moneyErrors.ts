import { message } from '../../messages/Message.ts';
import { coinText, toPlace, useList, type ContractErrors } from './ContractErrors.ts';

/** Errors of `RoyaltyLedger`, `UsageLedger` and the tokens they move (ERC-6093, and OpenZeppelin’s `SafeERC20`). */
export const moneyErrors: ContractErrors = {
  PaymentEmpty: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-payment-empty', { workId: get('workId') }),
  },
  PaymentValueMismatch: {
    code: 'chain-refused',
    say: (get) =>
      message('errors.chain-payment', { expected: coinText(get('amount')), got: coinText(get('sent')) }),
  },
  PaymentCollectorUnknown: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-caller-licences', { got: get('caller') }),
  },
  PaymentShort: { code: 'currency-refused', say: () => message('errors.chain-payment-short') },
  ClaimEmpty: {
    code: 'claim-empty',
    say: (get) => message('errors.chain-claim-empty', { payee: get('payee') }),
  },
  ClaimRefused: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-claim-refused', { recipient: get('recipient') }),
  },
  HandOverNotRecipient: {
    code: 'chain-refused',
    say: (get) =>
      message('errors.chain-hand-over', {
        expected: get('recipient'),
        payee: get('payee'),
        got: get('caller'),
      }),
  },
  HandOverNotSuccessor: {
    code: 'successor-required',
    say: (get) =>
      message('errors.chain-payee-successor', {
        expected: get('successor'),
        payee: get('payee'),
        got: get('caller'),
      }),
  },
  StatementMalformed: {
    code: 'chain-refused',
    say: (get) => message('errors.chain-report-form', { most: get('limit'), got: get('lines') }),
  },
  StatementAlreadyFiled: {
    code: 'report-conflict',
    say: (get) => message('errors.report-filed', { reportId: get('statementId') }),
  },
  StatementUseNotSingle: {
    code: 'chain-refused',
    say: (get) =>
      message('errors.chain-report-use', { line: toPlace(get('line')), got: useList(get('use')) }),
  },
  ERC20InsufficientBalance: {
    code: 'funds-insufficient',
    say: (get) => message('errors.chain-balance', { account: get('sender') }),
  },
  ERC20InsufficientAllowance: {
    code: 'funds-insufficient',
    say: (get) => message('errors.chain-allowance', { spender: get('spender') }),
  },
  SafeERC20FailedOperation: {
    code: 'currency-refused',
    say: (get) => message('errors.chain-token', { token: get('token') }),
  },
};
