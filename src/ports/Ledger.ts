import type { Anchor } from '../log/LogPosition.ts';
import type { Change, ChangeFilter } from '../check/changes/Change.ts';
import type { Payment, ReportedUse } from '../check/evidence/Fulfilment.ts';
import type { TermsDocuments } from '../check/evidence/openTermsDocuments.ts';
import type { UseClosure } from '../check/evidence/CheckEvidence.ts';
import type { LicenceHoldings } from '../check/evidence/LicenceHoldings.ts';
import type { Approval, Licence, Offer, Terms } from '../terms/Terms.ts';
import type { Entry, Log } from '../log/Log.ts';
import type { Currency } from '../royalty/Currency.ts';
import type { MoneyRows } from '../trace/auditLedger.ts';
import type { Allocation, Incoming } from '../royalty/Royalty.ts';
import type { MaybePromise } from '../kernel/MaybePromise.ts';
import type { Block, Hex, Origin } from '../kernel/values.ts';
import type { Accreditation } from '../work/Accreditation.ts';
import type { Nonces, Registration, Shares } from '../work/Registration.ts';
import type { Kind } from '../work/Metadata.ts';
import type { Use } from '../work/Uses.ts';
import type { Work } from '../work/Work.ts';
import type { FiledReport } from '../usage/UsageReport.ts';

/** Where Lianpu lives on a chain. */
export interface Deployment {
  chainId: number;
  /** The block the first contract was deployed in: nothing of Lianpu is before it. */
  block: number;
  authority: Hex;
  accreditations: Hex;
  works: Hex;
  licences: Hex;
  royalties: Hex;
  usages: Hex;
  log: Hex;
}

/** What every verb receives: the chain, the index of its events, the log, the files and the clock. */
export interface Ledger {
  readonly deployment: Deployment;
  /** Seconds since 1970. */
  now(): number;
  /**
   * Brings the index to the head of the chain.
   *
   * @param maxAge Seconds for which an index that was at the head is good enough; 0 asks the chain in any case.
   * @returns the block it reached: facts of an earlier one are being taken back, and old.
   * @throws LedgerError `chain-unreachable`.
   */
  reach(maxAge?: number): Promise<number>;
  /** How the index stands to the chain, as far as it is known without asking. */
  standing(): Standing;
  /** Seconds that the index may be behind the chain's head and still permit something. */
  readonly maxLag: number;
  /** Several reads of one state of the index. */
  read<T>(query: (facts: Facts) => Promise<T>): Promise<T>;
  /**
   * The same of the block that was reached last, from memory where nothing happened to a work since it was asked for.
   * For questions that are asked often; the query may be run again if the store moves under it.
   */
  recall<T>(query: (facts: Facts) => MaybePromise<T>): MaybePromise<T>;
  readonly chain: Chain;
  readonly log: Log;
  readonly files: Files;
  /** Documents of terms, ready to be asked. */
  readonly documents: TermsDocuments;
  /** The service's own account, which signs what the service says. */
  readonly signer: { account(): Promise<Hex>; sign(data: TypedData): Promise<Hex> };
}

export interface Standing {
  /** When the index was last at the chain's head, in seconds since 1970; undefined for never. */
  at: number | undefined;
  /** The block that was reached then; -1 for none. */
  block: number;
  /** The last block that the chain was heard to have; undefined for none. */
  head: number | undefined;
  /** Whether the chain did not answer when it was asked last. */
  unreachable: boolean;
}

/** The chain, asked directly, and the account that relays what others signed. */
export interface Chain {
  noncesOf(account: Hex): Promise<Nonces>;
  /** What the royalty ledger holds, in the currency's smallest unit. */
  ledgerBalance(currency: Hex, block: number): Promise<bigint>;
  /** The address marketplaces pay for a work (ERC-2981). */
  receiverOf(workId: bigint): Promise<Hex>;
  /** What a currency is called. A token that does not say leaves it open. */
  currencyOf(currency: Hex): Promise<Currency>;
  /** Whether `signer` signed the typed data: an account's own key, or a contract wallet's word (ERC-1271). */
  verifySignature(signer: Hex, data: TypedData, signature: Hex): Promise<boolean>;
  /** Asks the contract, without sending anything, whether it would take a registration or has it in these words. */
  requireRegistrable(signed: RelayedRegistration): Promise<void>;
  /** The same of a registration its creator would send. */
  requireRegistrableBy(creator: Hex, registration: Registration, sourceShares: Shares[]): Promise<void>;
  /** Whether an account may anchor the log, and so vouch for what stands in it. */
  mayAnchor(account: Hex): Promise<boolean>;
  registerFor(signed: RelayedRegistration): Promise<Origin>;
  offerFor(signed: RelayedOffer): Promise<Origin>;
  anchor(size: number, root: Hex, proof: readonly Hex[]): Promise<Origin>;
  /** The last root the chain took; size 0 before the first. */
  anchored(): Promise<{ size: number; root: Hex }>;
}

export interface TypedData {
  domain: { name: string; version: string; chainId: bigint; verifyingContract: Hex };
  types: Record<string, { name: string; type: string }[]>;
  message: Record<string, unknown>;
}

export interface RelayedRegistration {
  creator: Hex;
  registration: Registration;
  /** For each source that owes an absolute share, in the order of the sources: its shares. */
  sourceShares: Shares[];
  deadline: number;
  signature: Hex;
}

export interface RelayedOffer {
  workId: bigint;
  terms: Terms;
  deadline: number;
  signature: Hex;
}

/** Files and documents by the SHA-256 of their bytes. */
export interface Files {
  read(hash: Hex): Promise<Uint8Array | undefined>;
  /** Durable when it returns; writing the same again changes nothing. */
  write(bytes: Uint8Array): Promise<Hex>;
}

/** What a file or document is to something on chain. */
export type FileRole = 'content' | 'metadata' | 'terms' | 'report' | 'evidence';

export interface WorkFilter {
  kind?: Kind | undefined;
  creator?: Hex | undefined;
  /** Works after this one, in the order they were registered. */
  after?: bigint | undefined;
  limit: number;
}

/** What the index knows at one block. Everything in it was rebuilt from events. */
export interface Facts {
  readonly block: Block;
  workOf(workId: bigint): Promise<Work | undefined>;
  worksOf(filter: WorkFilter): Promise<Work[]>;
  countWorks(filter?: Pick<WorkFilter, 'kind' | 'creator'>): Promise<number>;
  /** Every work that was registered with a file, by its SHA-256, in the order they were. */
  worksOfContent(contentHash: Hex): Promise<bigint[]>;
  sharesOf(workId: bigint): Promise<Shares>;
  derivativesOf(workId: bigint): Promise<bigint[]>;
  offersOf(workId: bigint): Promise<Offer[]>;
  termsOf(termsId: Hex): Promise<Terms | undefined>;
  /** What keeps a use from a work whose ceiling does not have it; null where it is not found. */
  findClosure(work: Work, use: Use): Promise<UseClosure | null>;
  /** What is remembered comes at once. */
  findHoldings(workId: bigint, licensee: Hex | null): MaybePromise<LicenceHoldings | undefined>;
  licencesOf(filter: { workId?: bigint; licensee?: Hex }): Promise<Licence[]>;
  /** How many units of licences of a work were sold under terms; what was renewed is not sold again. */
  soldOf(workId: bigint, termsId: Hex): Promise<number>;
  /** Payments to a work under a reference, in the order they were made. */
  paymentsUnder(reference: Hex, workId: bigint): Promise<Payment[]>;
  /** What an account reported of a work, report by report, in the order they were filed. */
  reportedBy(reporter: Hex, workId: bigint): Promise<ReportedUse[]>;
  /** Who asked to be approved as a licensee of a work, and what was answered. */
  approvalsOf(workId: bigint): Promise<Approval[]>;
  /** What happened to works after a block, and up to another if one is given, in the order it happened. */
  changesOf(watched: ChangeFilter, since: number, limit: number, until?: number): Promise<Change[]>;
  findReport(reportId: Hex): Promise<Omit<FiledReport, 'paid'> | undefined>;
  /** What a payer paid to each work under a reference. */
  paidFor(reference: Hex, payer: Hex, currency: Hex): Promise<Map<bigint, bigint>>;
  /** Everything a hash on chain stands for: strangers can name the same one. */
  rolesOf(hash: Hex): Promise<FileRole[]>;
  /** Whether a transaction sold a licence of a work under these terms. */
  soldIn(transaction: Hex, workId: bigint, termsId: Hex): Promise<boolean>;
  /** Money that came to these works, in the order it came. */
  incomingOf(workIds: readonly bigint[]): Promise<Incoming[]>;
  /** Money these works passed on, in the order it went. */
  allocationsOf(workIds: readonly bigint[]): Promise<Allocation[]>;
  creditOf(payee: Hex): Promise<{ currency: Hex; credited: bigint; claimed: bigint }[]>;
  /** Who is sent what a payee is owed, and who was offered that place and has not taken it. */
  recipientOf(payee: Hex): Promise<{ recipient: Hex; successor: Hex | null }>;
  money(): Promise<MoneyRows>;
  accreditationOf(account: Hex): Promise<Accreditation>;
  /** The first anchor of a log of at least `size` entries. */
  anchorFrom(size: number): Promise<Anchor | null>;
  /** A block that something happened in. */
  blockAt(number: number): Promise<Block | undefined>;
}

export type { Block, Entry, Log };
