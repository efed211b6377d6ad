import { toBeHex } from 'ethers';

/** How a value of an event is kept: its type in the store, and how it is read from what the chain gave. */
export interface Column<T> {
  sql: 'text' | 'integer' | 'bigint';
  read(value: unknown): T;
  nullable?: true;
}

/** A 256-bit id as `0x` and 64 hex digits. */
export const id: Column<string> = { sql: 'text', read: (value) => toBeHex(value as bigint, 32) };

/** An account in lower case. */
export const account: Column<string> = { sql: 'text', read: (value) => String(value).toLowerCase() };

/** A hash as it is, or an amount as decimal text: SQLite would make a float of a number of 78 digits. */
export const text: Column<string> = { sql: 'text', read: String };

/** A number of at most 31 bits, a set of as many bits, or 0 and 1. */
export const integer: Column<number> = { sql: 'integer', read: Number };

/** A number of at most 53 bits, such as a time in seconds. */
export const long: Column<number> = { sql: 'bigint', read: Number };

/** The same column, where some rows have no value. */
export function nullable<T>(column: Column<T>): Column<T | null> {
  return { ...column, nullable: true };
}
