import { z } from 'zod';
import { fromBits, toBits } from '../kernel/bits.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import { hashJson } from '../kernel/json/canonicalJson.ts';
import { Address, Amount, Bps, Hash, Origin, Signature, WorkId, type Hex } from '../kernel/values.ts';
import { hashWords } from '../kernel/hashWords.ts';
import { Use, Uses, usesFromBits, usesToBits } from '../work/Uses.ts';
import { RecordedBreach } from './Breach.ts';
import type { TermsDraft } from './draft/TermsDraft.ts';
import { composeOdrl } from './document/odrl.ts';
import { maxInherited } from './draft/restrictions.ts';

/** Flags of terms, in the order of their bits on chain (contracts/licence/Terms.sol). */
export const termsFlags = [
  'attribution',
  'shareAlike',
  'approvalRequired',
  'transferable',
  'absoluteShare',
] as const;

/** Terms as the contracts take them: their id is keccak256 of their ABI encoding. */
export const Terms = z.strictObject({
  uses: z.int().min(0).max(65_535),
  passOn: z.int().min(0).max(65_535),
  currency: Address,
  price: Amount,
  revenueShareBps: Bps,
  duration: z.int().min(0).max(4_294_967_295),
  cap: z.int().min(0).max(4_294_967_295),
  flags: z.int().min(0).max(255),
  /** SHA-256 of the ODRL 2.2 document as canonical JSON (RFC 8785). */
  documentHash: Hash,
});
export type Terms = z.output<typeof Terms>;

/** An offer of a work under terms. */
export const Offer = z.object({
  workId: WorkId,
  termsId: Hash,
  terms: Terms,
  /** The same in words. */
  uses: Uses,
  passOn: Uses,
  flags: z.array(z.enum(termsFlags)),
  open: z.boolean(),
});
export type Offer = z.output<typeof Offer>;

/** An offer its creator signed (EIP-712), for the service to relay, with the document it names by hash. */
export const SignedOffer = z.strictObject({
  chainId: z.int().min(1),
  workId: WorkId,
  terms: Terms,
  /** The ODRL document that the terms name by hash. */
  document: z.unknown(),
  /** Documents that it inherits from and that are not kept yet. */
  inherited: z.array(z.unknown()).max(maxInherited).optional(),
  deadline: z.int().min(0),
  signature: Signature,
});
export type SignedOffer = z.output<typeof SignedOffer>;

/** What comes of offering: the id of the terms, and what nobody here understands of their document. */
export const Offered = Origin.extend({
  termsId: Hash,
  /** Where it is, such as `permissions.0.constraints.2`, and what: a check that comes to it cannot tell. */
  doubts: z.array(z.object({ where: z.string(), what: z.string() })),
});
export type Offered = z.output<typeof Offered>;

/** The EIP-712 types of what a creator signs (contracts/shared/Messages.sol). */
export const offerTypes = {
  Offer: [
    { name: 'workId', type: 'uint256' },
    { name: 'termsId', type: 'bytes32' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
};

/** A licence somebody holds or held. */
export const Licence = z.object({
  workId: WorkId,
  termsId: Hash,
  licensee: Address,
  uses: z.array(Use),
  /** How many are held; zero where all were passed on, and the record stays. */
  units: z.int(),
  revenueShareBps: Bps,
  /** What the holder paid last for it; zero for one that another passed on. */
  price: Amount,
  currency: Address,
  /** Seconds since 1970; `until` is the last that it holds, null is without end. */
  since: z.int(),
  until: z.int().nullable(),
  /** Whether the creator ended it for a breach that was not cured. */
  revoked: z.boolean(),
  /** What is recorded against it; null where nothing is. */
  breach: RecordedBreach.nullable(),
  block: z.int(),
  transaction: Hash,
});
export type Licence = z.output<typeof Licence>;

/** An account that asked to be approved under terms, or was answered. */
export const Approval = z.object({
  workId: WorkId,
  termsId: Hash,
  licensee: Address,
  /** What was said last: `withdrawn` takes an approval back. */
  state: z.enum(['requested', 'approved', 'withdrawn']),
  block: z.int(),
  transaction: Hash,
});
export type Approval = z.output<typeof Approval>;

/** Whether a licence was granted for a use and has not ended, whoever holds its units now. */
export function reaches({ uses, until }: Pick<Licence, 'uses' | 'until'>, use: Use, now: number): boolean {
  return uses.includes(use) && (until === null || until >= now);
}

/** Whether a licence is for a use, is held and has not ended; `until` is the last second that it has not. */
export function covers(licence: Pick<Licence, 'uses' | 'until' | 'units'>, use: Use, now: number): boolean {
  return licence.units > 0 && reaches(licence, use, now);
}

/**
 * The terms a draft comes to, and their document, whose hash is in them.
 *
 * @param own A document in place of the one that the draft comes to; `agreeTerms` says whether it agrees.
 */
export function composeTerms(draft: TermsDraft, own?: unknown): { terms: Terms; document: unknown } {
  const document = own === undefined ? composeOdrl(draft) : own;
  const terms: Terms = {
    uses: usesToBits(draft.uses),
    passOn: usesToBits(draft.passOn),
    currency: draft.currency,
    price: draft.price,
    revenueShareBps: draft.revenueShareBps,
    duration: draft.duration,
    cap: draft.cap,
    flags: toBits(
      termsFlags,
      termsFlags.filter((flag) => draft[flag]),
    ),
    documentHash: hashJson(document),
  };
  return { terms, document };
}

/** An offer with its bit sets in words. */
export function describeOffer(offer: Pick<Offer, 'workId' | 'termsId' | 'terms' | 'open'>): Offer {
  return {
    ...offer,
    uses: usesFromBits(offer.terms.uses),
    passOn: usesFromBits(offer.terms.passOn),
    flags: listFlags(offer.terms),
  };
}

/** The names of the flags that are set. */
export function listFlags({ flags }: Pick<Terms, 'flags'>): (typeof termsFlags)[number][] {
  return fromBits(termsFlags, flags);
}

/** @throws LedgerError `use-retained` or `use-above-ceiling` with what is too much, before anything is signed. */
export function requireLicensable(
  work: { workId: bigint; retained: readonly Use[]; ceiling: readonly Use[] },
  uses: readonly Use[],
): void {
  const kept = uses.filter((use) => work.retained.includes(use));
  if (kept.length > 0) {
    throw new LedgerError(
      'use-retained',
      message('errors.uses-retained', { workId: work.workId, uses: kept }),
      { details: { retained: work.retained, asked: kept } },
    );
  }
  const above = uses.filter((use) => !work.ceiling.includes(use));
  if (above.length > 0) {
    throw new LedgerError(
      'use-above-ceiling',
      message('errors.uses-above-ceiling', { workId: work.workId, uses: above }),
      { details: { ceiling: work.ceiling, asked: above } },
    );
  }
}

/** The id of terms is their content. */
export function computeTermsId(terms: Terms): Hex {
  const { uses, passOn, currency, price, revenueShareBps, duration, cap, flags, documentHash } = terms;
  return hashWords(uses, passOn, currency, price, revenueShareBps, duration, cap, flags, documentHash);
}
