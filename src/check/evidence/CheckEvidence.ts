import type { ErrorCode } from '../../kernel/errors.ts';
import type { Policy } from '../../odrl/Policy.ts';
import type { CompiledPolicy } from '../../odrl/compile/compilePolicy.ts';
import type { Payment, ReportedUse } from './Fulfilment.ts';
import type { Block, Hex } from '../../kernel/values.ts';
import type { Label } from '../../work/Labels.ts';
import type { Use } from '../../work/Uses.ts';
import type { Work } from '../../work/Work.ts';
import type { Decision } from '../Decision.ts';
import type { ReadyTerms } from './readyTerms.ts';
import type { Question } from '../Question.ts';
import type { Licence, Offer } from '../../terms/Terms.ts';

/** What a terms document is to who decides: its policy, ready to be asked, or what keeps it from being asked. */
export type TermsDocument =
  | {
      state: 'here';
      policy: Policy;
      compiled: CompiledPolicy;
      ready: ReadyTerms;
      /** Documents that it inherits from, by their hash. */
      inherited: readonly Hex[];
    }
  /** Nobody brought it. */
  | { state: 'missing' }
  /** What the hash is of is no policy that can be read. */
  | { state: 'unreadable'; why: ErrorCode };

/** Where something comes from that keeps a use from a work: the nearest work up its lineage that says so. */
export interface UseClosure {
  /** From the work asked about to that one. */
  path: readonly bigint[];
  by:
    | { kind: 'label'; label: Label }
    | { kind: 'retained' }
    /** The terms that the next work of the path's end was made under. */
    | { kind: 'terms'; termsId: Hex };
}

/** A licence that is held, with all that its terms and the chain say of it. */
export interface HeldLicence {
  licence: Licence;
  /** What it was sold under; undefined where the index has no such offer. */
  offer: Offer | undefined;
  document: TermsDocument;
  /** Payments to the work under these terms. */
  payments: readonly Payment[];
  /** What the licensee reported of the work. */
  reported: readonly ReportedUse[];
  /** How many units were sold under the terms. */
  sold: number;
}

/** For the work's own creator: the licences of its sources the use rests on. */
export interface UpstreamLicences {
  /** Each with the way from the work to the source it is of. */
  held: readonly (HeldLicence & { path: readonly bigint[] })[];
  /** Sources that no licence covers, with the terms that the work was made under; zero is any. */
  lacking: readonly { workId: bigint; termsId: Hex; path: readonly bigint[] }[];
}

/** What an answer is made from, all of one block. */
export interface CheckEvidence {
  question: Question;
  /** What the question is about; null where it names nothing that could be a work. */
  workId: bigint | null;
  block: Block;
  logSize: number;
  /** Undefined if nobody registered it. */
  work: Work | undefined;
  /** What the asker holds or held of the work; documents and payments only of what covers the use. */
  held: readonly HeldLicence[];
  /** What keeps the use from the work; null where nothing does, or it is not known. */
  closing: UseClosure | null;
  /** Null for anybody but the creator. */
  resting: UpstreamLicences | null;
  /** Seconds since 1970: the question's time, or the block's or the clock's, whichever is later. */
  now: number;
  /** When it is decided, and how the index stands to the chain then: the answer says so. */
  decided: number;
  chain: Decision['chain'];
  use: Use;
}

/** An open offer that might permit the use, with what decides whether it can be acquired. */
export interface CandidateOffer {
  offer: Offer;
  document: TermsDocument;
  sold: number;
  /** Whether the creator approved the asker. */
  approved: boolean;
  /** The last second that a licence of the work may hold; null is without end. */
  workUntil: number | null;
}
