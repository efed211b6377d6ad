import { z } from 'zod';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import {
  Address,
  Amount,
  Bps,
  Signature,
  Hash,
  native,
  shareText,
  WorkId,
  wholeBps,
  type Hex,
} from '../kernel/values.ts';
import { Metadata } from './Metadata.ts';

const Bits16 = z.int().min(0).max(65_535);
const Bits8 = z.int().min(0).max(255);

/** A source of a work, as the contracts take it (contracts/work/Work.sol). */
export const Source = z.strictObject({
  workId: WorkId,
  /** Zero for a work of one's own. */
  termsId: Hash,
  /** Basis points of what the new work receives. */
  shareBps: Bps,
  /** Whether every descendant of the new work owes the share, too. */
  absolute: z.boolean(),
});
export type Source = z.output<typeof Source>;

/** Somebody who is paid, in basis points of what the sources leave. */
export const Payee = z.strictObject({ account: Address, shareBps: Bps });
export type Payee = z.output<typeof Payee>;

/** Everybody a work's income goes to; three empty lists where its creator alone is paid. */
export const Shares = z.object({
  sources: z.array(Source),
  inherited: z.array(z.object({ workId: WorkId, shareBps: Bps })),
  payees: z.array(Payee),
});
export type Shares = z.output<typeof Shares>;

/** How a work's token may be traded; all zero is open, as any ERC-721 token. */
export const Regime = z.strictObject({
  /** Attests who may hold the token. */
  registrar: Address,
  /** Seconds a holder keeps the token before passing it on. */
  minHolding: z.int().min(0).max(4_294_967_295),
  /** How often the token may be transferred in all; zero is without limit. */
  maxTransfers: z.int().min(0).max(65_535),
});
export type Regime = z.output<typeof Regime>;

export const openRegime: Regime = { registrar: native, minHolding: 0, maxTransfers: 0 };

/** What a creator states when registering a work; uses and moral rights are bit sets. */
export const Registration = z.strictObject({
  contentHash: Hash,
  metadataHash: Hash,
  kind: z.int().min(0).max(2),
  retained: Bits16,
  holderUses: Bits16,
  moralRights: Bits8,
  aiSummary: Bits8,
  resaleBps: Bps,
  /** Conditions of the community, one bit for each label of Local Contexts. */
  labels: z.int().min(0).max(4_294_967_295),
  regime: Regime,
  sources: z.array(Source).max(16),
  payees: z.array(Payee).max(32),
});
export type Registration = z.output<typeof Registration>;

/** A registration its creator signed (EIP-712), for the service to relay, with the metadata it names by hash. */
export const SignedRegistration = z.strictObject({
  chainId: z.int().min(1),
  creator: Address,
  registration: Registration,
  metadata: Metadata,
  /** Seconds since 1970. */
  deadline: z.int().min(0),
  signature: Signature,
});
export type SignedRegistration = z.output<typeof SignedRegistration>;

/** What an account's next signatures carry: registrations and offers are counted apart. */
export const Nonces = z.object({ registration: Amount, offer: Amount });
export type Nonces = z.output<typeof Nonces>;

/** The EIP-712 types of what a creator signs (contracts/shared/Messages.sol). */
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
    { name: 'labels', type: 'uint32' },
    { name: 'regime', type: 'Regime' },
    { name: 'sources', type: 'Source[]' },
    { name: 'payees', type: 'Payee[]' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
  Regime: [
    { name: 'registrar', type: 'address' },
    { name: 'minHolding', type: 'uint32' },
    { name: 'maxTransfers', type: 'uint16' },
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
export function toDomain(chainId: bigint | number, verifyingContract: Hex) {
  return { name: 'Lianpu', version: '1', chainId: BigInt(chainId), verifyingContract };
}

/** Sources by ascending id, as the contracts ask for them. */
export function inOrder(sources: readonly Source[]): Source[] {
  return [...sources].sort((a, b) => (a.workId < b.workId ? -1 : a.workId > b.workId ? 1 : 0));
}

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
  const sorted = inOrder(sources);
  sorted.forEach((source, i) => {
    if (i > 0 && sorted[i - 1]?.workId === source.workId) {
      throw new LedgerError('input-invalid', message('errors.source-twice', { workId: source.workId }));
    }
  });
  const upstream = sorted.reduce((sum, { shareBps }) => sum + shareBps, 0);
  if (upstream > wholeBps) {
    throw new LedgerError(
      'shares-exceed-whole',
      message('errors.source-shares', { got: shareText(upstream) }),
    );
  }
  const rest = payees.reduce((sum, { shareBps }) => sum + shareBps, 0);
  if (payees.length > 0 && rest !== wholeBps) {
    throw new LedgerError('shares-exceed-whole', message('errors.payee-shares', { got: shareText(rest) }));
  }
  return { sources: sorted, payees: [...payees] };
}
