import type { Hex } from '../../kernel/values.ts';
import type { Anchor } from '../../log/LogPosition.ts';
import type { Gap, Jump } from './irregularities.ts';
import type { EventKind } from '../../process/ProcessEvent.ts';
import type { Verification } from '../Verification.ts';

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
  /** Whether its root was anchored; null where that was not checked. */
  holds: boolean | null;
  /** The timestamp of the block that anchored it, in seconds since 1970; null where the chain was not asked. */
  timestamp: number | null;
}

/** What a pack proves. */
export interface PackVerification extends Verification {
  session: Hex;
  author: Hex;
  /** Events in all, and how many of them are not disclosed. */
  count: number;
  closed: number;
  events: ShownEvent[];
  heads: HeadReport[];
  gaps: Gap[];
  jumps: Jump[];
}
