import { LedgerError } from '../error.ts';

type Hex = `0x${string}`;

/** A source of a work, as the contracts take it (contracts/types/Work.sol). */
export interface Source {
  workId: bigint;
  /** Zero for a work of one's own. */
  termsId: Hex;
  /** Basis points of what the new work receives. */
  shareBps: number;
  absolute: boolean;
}

/** Somebody who is paid, in basis points of what the sources leave. */
export interface Payee {
  account: Hex;
  shareBps: number;
}

/** What a creator states when registering a work; uses are bit sets. */
export interface Registration {
  contentHash: Hex;
  metadataHash: Hex;
  kind: number;
  retained: number;
  holderUses: number;
  moralRights: number;
  aiSummary: number;
  resaleBps: number;
  sources: Source[];
  payees: Payee[];
}

/** The EIP-712 types of what a creator signs (contracts/libraries/Messages.sol). */
export const registrationTypes = {
  Registration: [
    { name: 'creator', type: 'address' },
    { name: 'contentHash', type: 'bytes32' },
    { name: 'metadataHash', type: 'bytes32' },
    { name: 'kind', type: 'uint8' },
    { name: 'retained', type: 'uint16' },
    { name: 'holderUses', type: 'uint16' },
    { name: 'moralRights', type: 'uint8' },
    { name: 'aiSummary', type: 'uint8' },
    { name: 'resaleBps', type: 'uint16' },
    { name: 'sources', type: 'Source[]' },
    { name: 'payees', type: 'Payee[]' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
  Source: [
    { name: 'workId', type: 'uint256' },
    { name: 'termsId', type: 'bytes32' },
    { name: 'shareBps', type: 'uint16' },
    { name: 'absolute', type: 'bool' },
  ],
  Payee: [
    { name: 'account', type: 'address' },
    { name: 'shareBps', type: 'uint16' },
  ],
};

/** The EIP-712 domain of a contract of Lianpu's. */
export function domainOf(chainId: bigint, verifyingContract: string) {
  return { name: 'Lianpu', version: '1', chainId, verifyingContract };
}

/** Shares are basis points: 10,000 are the whole. */
export const wholeBps = 10_000;

/**
 * Puts sources into the order the contracts ask for and checks the sums before anything is signed.
 *
 * @throws LedgerError `shares-exceed-whole` for sources above 10,000 or payees that do not sum to it,
 * `input-invalid` for a source that is named twice.
 */
export function orderShares(
  sources: readonly Source[],
  payees: readonly Payee[],
): Pick<Registration, 'sources' | 'payees'> {
  const sorted = [...sources].sort((a, b) => (a.workId < b.workId ? -1 : a.workId > b.workId ? 1 : 0));
  sorted.forEach((source, i) => {
    if (i > 0 && sorted[i - 1]?.workId === source.workId) {
      throw new LedgerError('input-invalid', `expected each source once, got work ${source.workId} twice`);
    }
  });
  const upstream = sorted.reduce((sum, { shareBps }) => sum + shareBps, 0);
  if (upstream > wholeBps) {
    throw new LedgerError(
      'shares-exceed-whole',
      `expected sources' shares up to ${wholeBps}, got ${upstream}`,
    );
  }
  const rest = payees.reduce((sum, { shareBps }) => sum + shareBps, 0);
  if (payees.length > 0 && rest !== wholeBps) {
    throw new LedgerError(
      'shares-exceed-whole',
      `expected payees' shares to sum to ${wholeBps}, got ${rest}`,
    );
  }
  return { sources: sorted, payees: [...payees] };
}
