import type { Hex } from '../../kernel/values.ts';
import type { Anchor } from '../../log/LogPosition.ts';
import type { Gap, Jump } from './irregularities.ts';
import type { EventKind } from '../../process/ProcessEvent.ts';

/** A block; its timestamp, in seconds since 1970, is null where the chain was not asked. */
interface BlockTime {
  block: number;
  timestamp: number | null;
}

/** The blocks an event lies between, as the heads prove. */
export interface Bounds {
  /** It was there before this block; null where no head that vouches covers it. */
  before: BlockTime | null;
  /** The last block whose anchored head was without it; null where there is none. */
  after: BlockTime | null;
}

/** What a pack discloses of an event. */
export interface ShownEvent extends Bounds {
  /** Counted from one. */
  number: number;
  kind: EventKind;
  /** By the creator's clock, in milliseconds since 1970. */
  time: number;
  contentHash: Hex | null;
  content: 'closed' | 'hash' | 'whole';
  label: string | null;
  /** The id of a work by this author whose file the content is. */
  workId: bigint | null;
}

/** What a head of a pack comes to. */
export interface HeadReport extends Anchor {
  count: number;
  index: number;
  signed: boolean | null;
  /** Whether its root was anchored; null where it was not asked about. */
  holds: boolean | null;
  timestamp: number | null;
}

/** What is wrong with a pack. */
export interface PackFailure {
  check: 'chain' | 'session' | 'content' | 'signature' | 'inclusion' | 'anchor' | 'work';
  head?: number;
  event?: number;
  expected: string;
  got: string;
}

/** What a pack proves. */
export interface PackReport {
  verdict: 'holds' | 'does-not-hold' | 'cannot-tell';
  /** What it was held against: the chain itself, or roots that were given. */
  against: 'chain' | 'root';
  session: Hex;
  author: Hex;
  /** Events in all, and how many of them tell nothing. */
  count: number;
  closed: number;
  events: ShownEvent[];
  heads: HeadReport[];
  gaps: Gap[];
  jumps: Jump[];
  failures: PackFailure[];
}
