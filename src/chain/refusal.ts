import { Interface, type ErrorDescription } from 'ethers';
import type { ErrorCode } from '../kernel/errors.ts';
import { contractNames, factories } from './contracts.ts';
import { LedgerError } from '../kernel/LedgerError.ts';

/** What an ERC-20 token says when it does not pay (ERC-6093), and OpenZeppelin's wrapper when it says nothing. */
const tokenErrors = [
  'error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
  'error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
  'error SafeERC20FailedOperation(address token)',
];

const interfaces = contractNames
  .map((name) => new Interface(factories[name].abi))
  .concat(new Interface(tokenErrors));

/** The code of each error of the contracts that has one of its own; the others are `chain-refused`. */
const codes: Record<string, ErrorCode> = {
  WorkUnknown: 'work-unknown',
  WorkAlreadyRegistered: 'work-conflict',
  WorkNotCreator: 'creator-required',
  SharesDoNotSum: 'shares-exceed-whole',
  SharesSourceNotLicensed: 'source-not-licensed',
  SignatureInvalid: 'signature-invalid',
  SignatureExpired: 'signature-expired',
  LicenceUsesRetained: 'use-retained',
  LicenceUsesAboveCeiling: 'use-above-ceiling',
  WorkHolderUsesAboveCeiling: 'use-above-ceiling',
  LicenceSoldOut: 'licence-sold-out',
  LicenceAlreadyHeld: 'licence-already-held',
  WorkSourcesDoNotFitKind: 'input-invalid',
  SharesPayeeIsLedger: 'input-invalid',
  SharesPayeeEmpty: 'input-invalid',
  SharesTooMany: 'input-invalid',
  WorkHashMissing: 'hash-malformed',
  LicenceNotOffered: 'licence-not-offered',
  LicenceNotApproved: 'approval-required',
  LicencePriceTooHigh: 'price-changed',
  LicenceOutlivesSource: 'licence-outlives-source',
  LicenceUnitsInvalid: 'units-invalid',
  LicenceNotTransferable: 'licence-not-transferable',
  LicenceInBreach: 'licence-in-breach',
  LicenceLicenseeMissing: 'input-invalid',
  BreachUnfounded: 'input-invalid',
  BreachMissing: 'breach-missing',
  BreachCurable: 'breach-curable',
  LicenceUsesNotCovered: 'source-not-licensed',
  SharesBelowLicence: 'shares-below-licence',
  WorkCustodianNotAccredited: 'custodian-required',
  WorkLabelsNotCommunity: 'community-required',
  WorkLabelsUnknown: 'input-invalid',
  WorkRegimeInvalid: 'input-invalid',
  WorkNotSuccessor: 'successor-required',
  RegimeHolderNotAttested: 'holder-not-attested',
  RegimeHoldingTooShort: 'regime-refused',
  RegimeTransfersExhausted: 'regime-refused',
  AccreditationNotRegistrar: 'registrar-required',
  AccreditationRolesUnknown: 'input-invalid',
  ERC721IncorrectOwner: 'holder-required',
  ERC721InsufficientApproval: 'holder-required',
  PaymentShort: 'currency-refused',
  HandOverNotSuccessor: 'successor-required',
  ClaimEmpty: 'claim-empty',
  LicenceExpired: 'licence-expired',
  LicenceMissing: 'licence-missing',
  StatementAlreadyFiled: 'report-conflict',
  LogInconsistent: 'log-inconsistent',
  LogEntryNotProven: 'entry-not-proven',
  LogRegistrationDisordered: 'input-invalid',
  LogAuthorNotOperator: 'operator-required',
  LogCreatorMissing: 'input-invalid',
  LogSignatureUnexpected: 'input-invalid',
  LogCreatorSilent: 'creator-required',
  LogTermsMismatch: 'terms-mismatch',
  ERC20InsufficientBalance: 'funds-insufficient',
  ERC20InsufficientAllowance: 'funds-insufficient',
  SafeERC20FailedOperation: 'currency-refused',
};

/**
 * What a failed call means, in words: the contract's own error with its values, whatever the provider wrapped it in.
 *
 * @returns a LedgerError whose `cause` is the error given; `chain-refused` if no contract of ours said why.
 */
export function refusalOf(error: unknown): LedgerError {
  if (error instanceof LedgerError) return error;
  const reason = reasonOf(error);
  if (reason === undefined) {
    const message = isObject(error) ? (error['shortMessage'] ?? error['message']) : error;
    if (isUnreachable(error)) {
      return new LedgerError('chain-unreachable', 'expected the chain to answer, got none', { cause: error });
    }
    if (isPoor(error)) {
      return new LedgerError(
        'funds-insufficient',
        'expected an account that can pay amount and gas, got less',
        {
          cause: error,
        },
      );
    }
    return new LedgerError('chain-refused', `the chain refused: ${String(message)}`, { cause: error });
  }
  const details = Object.fromEntries(
    reason.fragment.inputs.map(({ name }, i) => [
      name,
      typeof reason.args[i] === 'bigint' ? `${reason.args[i]}` : reason.args[i],
    ]),
  );
  const values = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`);
  return new LedgerError(codes[reason.name] ?? 'chain-refused', `${reason.name}: ${values.join(', ')}`, {
    cause: error,
    details: { error: reason.name, ...details },
  });
}

/** Providers put the revert data at different depths; the first that one of our contracts knows counts. */
function reasonOf(error: unknown): ErrorDescription | undefined {
  for (let at: unknown = error, depth = 0; isObject(at) && depth < 8; depth += 1) {
    for (const data of [at['data'], isObject(at['data']) ? at['data']['data'] : undefined]) {
      if (typeof data !== 'string' || !data.startsWith('0x')) continue;
      for (const contract of interfaces) {
        const reason = parse(contract, data);
        if (reason !== null) return reason;
      }
    }
    at = at['error'] ?? at['cause'] ?? (isObject(at['info']) ? at['info']['error'] : undefined);
  }
  return undefined;
}

/** Nodes say it in words of their own, which ethers knows for some and wraps for others. */
function isPoor(error: unknown): boolean {
  for (let at = error, depth = 0; isObject(at) && depth < 8; depth += 1) {
    if (at['code'] === 'INSUFFICIENT_FUNDS') return true;
    if (/insufficient funds|doesn't have enough funds/i.test(String(at['message']))) return true;
    at = at['error'] ?? at['cause'] ?? (isObject(at['info']) ? at['info']['error'] : undefined);
  }
  return false;
}

/** What ethers and fetch say when nobody answers. */
function isUnreachable(error: unknown): boolean {
  const codes = [
    'NETWORK_ERROR',
    'TIMEOUT',
    'SERVER_ERROR',
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'EHOSTUNREACH',
  ];
  return isObject(error) && codes.includes(String(error['code']));
}

/** A revert says nothing, or half a word: then it is none of ours. */
function parse(contract: Interface, data: string): ErrorDescription | null {
  try {
    return data.length < 10 ? null : contract.parseError(data);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
