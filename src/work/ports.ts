import type { Hex, Origin } from '../kernel/values.ts';
import type { LogChain, LogFacts, LogLedger } from '../log/ports.ts';
import type { Files } from '../ports/Files.ts';
import type { Reads } from '../ports/Reads.ts';
import type { Accreditation } from './Accreditation.ts';
import type { Kind } from './Metadata.ts';
import type { Nonces, Registration, Shares } from './Registration.ts';
import type { Work } from './Work.ts';

/** What a file is to something on chain. */
export type FileRole = 'content' | 'metadata' | 'terms' | 'report' | 'evidence';

export interface WorkFilter {
  kind?: Kind | undefined;
  creator?: Hex | undefined;
  /** Works after this one, in the order they were registered. */
  after?: bigint | undefined;
  limit: number;
}

/** What the index knows of works. */
export interface WorkFacts extends LogFacts {
  workOf(workId: bigint): Promise<Work | undefined>;
  worksOf(filter: WorkFilter): Promise<Work[]>;
  countWorks(filter?: Pick<WorkFilter, 'kind' | 'creator'>): Promise<number>;
  /** Every work that was registered with a file, by its SHA-256, in the order they were. */
  worksOfContent(contentHash: Hex): Promise<bigint[]>;
  sharesOf(workId: bigint): Promise<Shares>;
  derivativesOf(workId: bigint): Promise<bigint[]>;
  /** Everything a hash on chain stands for: strangers can name the same one. */
  rolesOf(hash: Hex): Promise<FileRole[]>;
  accreditationOf(account: Hex): Promise<Accreditation>;
}

/** What a logged registration needs to know of its sources, to stand as if it were minted. */
export interface SourceFacts extends Pick<WorkFacts, 'workOf'> {
  /** Uses that terms pass on, and their flags, as bits. */
  termsOf(termsId: Hex): Promise<{ passOn: number; flags: number } | undefined>;
  /** Licences of a work that an account holds; `until` is null for no expiry. */
  licencesOf(filter: { workId: bigint; licensee: Hex }): Promise<{ termsId: Hex; until: number | null }[]>;
}

export interface RelayedRegistration {
  creator: Hex;
  registration: Registration;
  /** For each source that owes an absolute share, in the order of the sources: its shares. */
  sourceShares: Shares[];
  deadline: number;
  signature: Hex;
}

/** What works ask of the chain, and of the account that relays signed registrations. */
export interface WorkChain extends LogChain {
  noncesOf(account: Hex): Promise<Nonces>;
  /** Asks the contract, without sending anything, whether it would take a registration or has it already. */
  requireRegistrable(signed: RelayedRegistration): Promise<void>;
  /** The same of a registration its creator would send. */
  requireRegistrableBy(creator: Hex, registration: Registration, sourceShares: Shares[]): Promise<void>;
  registerFor(signed: RelayedRegistration): Promise<Origin>;
}

/** What the verbs of works, processes and assistance receive. */
export interface WorkLedger extends LogLedger, Reads<WorkFacts> {
  read: Reads<WorkFacts>['read'];
  readonly chain: WorkChain;
  readonly files: Files;
}
