import { Interface, type ErrorDescription } from 'ethers';
import { contractNames, factories } from '../contracts.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message, type MessageId } from '../../messages/Message.ts';
import type { ContractErrors } from './ContractErrors.ts';
import { licenceErrors } from './licenceErrors.ts';
import { logErrors } from './logErrors.ts';
import { moneyErrors } from './moneyErrors.ts';
import { workErrors } from './workErrors.ts';

/** What an ERC-20 token says when it does not pay (ERC-6093), and OpenZeppelin's wrapper when it says nothing. */
const tokenErrors = [
  'error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
  'error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
  'error SafeERC20FailedOperation(address token)',
];

const interfaces = contractNames
  .map((name) => new Interface(factories[name].abi))
  .concat(new Interface(tokenErrors));

const known: ContractErrors = { ...workErrors, ...licenceErrors, ...moneyErrors, ...logErrors };

/**
 * What a failed call means, in words: the contract's own error with its values, whatever the provider wrapped it in.
 *
 * @returns a LedgerError whose `cause` is the error given; `chain-refused` if no contract of ours said why.
 */
export function toRefusal(cause: unknown): LedgerError {
  if (cause instanceof LedgerError) return cause;
  const reason = findReason(cause);
  if (reason !== undefined) return contractRefusal(reason, cause);
  if (isUnreachable(cause)) {
    return new LedgerError('chain-unreachable', message('errors.chain-answer'), { cause });
  }
  if (isPoor(cause)) return new LedgerError('funds-insufficient', message('errors.chain-funds'), { cause });
  const code = isObject(cause) ? String(cause['code']) : '';
  return new LedgerError('chain-refused', message(providerFaults[code] ?? 'errors.chain-other'), { cause });
}

/** What providers refuse themselves, by the codes of ethers. */
const providerFaults: Record<string, MessageId<'errors'>> = {
  ACTION_REJECTED: 'errors.chain-rejected',
  NONCE_EXPIRED: 'errors.chain-nonce',
  REPLACEMENT_UNDERPRICED: 'errors.chain-fee',
  CALL_EXCEPTION: 'errors.chain-reverted',
};

function contractRefusal({ name, fragment, args }: ErrorDescription, cause: unknown): LedgerError {
  const values = new Map(fragment.inputs.map((input, at) => [input.name, args[at] as string | bigint]));
  const details = Object.fromEntries(
    [...values].map(([key, value]) => [key, typeof value === 'bigint' ? `${value}` : value]),
  );
  const { code, say } = known[name] ?? {
    code: 'chain-refused',
    say: () => message('errors.chain-error', { error: name }),
  };
  return new LedgerError(
    code,
    say((key) => values.get(key) ?? ''),
    { cause, details: { error: name, ...details } },
  );
}

/** Providers put the revert data at different depths; the first that one of our contracts knows counts. */
function findReason(error: unknown): ErrorDescription | undefined {
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
