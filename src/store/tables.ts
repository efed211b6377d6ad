import { eventTables } from '../index/events/families.ts';
import type { Fields } from '../index/events/table.ts';

/** Where a row comes from. All rows are appended, one an event, so a reorganisation takes back whole rows. */
interface Origin {
  block: number;
  /** The event's place in its block. */
  position: number;
  transaction: string;
}

type EventTables = {
  [Name in keyof typeof eventTables]: Origin & Fields<(typeof eventTables)[Name]['columns']>;
};

/** Ids and hashes are `0x` and 64 hex digits, accounts in lower case, amounts decimal text. */
export interface Tables extends EventTables {
  /** The blocks the rows come from, and the head that was read last. */
  blocks: { number: number; hash: string; timestamp: number };
  /** One row. Every write raises `turn`, so of two writers that started from the same state one goes back. */
  cursor: { turn: number };
}

/** The names of all tables that are projected from events. */
export const eventTableNames = Object.keys(eventTables) as (keyof EventTables)[];
