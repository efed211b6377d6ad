import type { Result } from 'ethers';
import type { Column } from './columns.ts';

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** The values of a row, by the columns of its table. */
export type Fields<C extends Columns> = {
  -readonly [Name in keyof C]: C[Name] extends Column<infer Value> ? Value : never;
};

/** A table of the index: one row an event, or several. */
export interface EventTable<Name extends string = string, C extends Columns = Columns> {
  name: Name;
  columns: C;
  /** Columns that rows are looked up by, each index by names with a space between. */
  lookups: readonly string[];
}

/** A row to append, and the table it belongs to. */
export interface Row {
  table: string;
  fields: Record<string, unknown>;
}

/** The rows that an event means, by its name. */
export type Decoders = Readonly<Record<string, (args: Result) => Row[]>>;

export function table<const Name extends string, C extends Columns>(
  name: Name,
  columns: C,
  lookups: readonly string[],
): EventTable<Name, C> {
  return { name, columns, lookups };
}

/**
 * The row that an event means: each column is read from the argument of its name, unless it is given.
 *
 * @example
 * toRow(vouches, event, { entry: Number(event['index']) })
 */
export function toRow<C extends Columns>(
  { name, columns }: EventTable<string, C>,
  args: Result | Record<string, unknown>,
  given: Partial<Fields<C>> = {},
): Row {
  const fields: Record<string, unknown> = { ...given };
  for (const [field, column] of Object.entries(columns)) {
    if (!Object.hasOwn(given, field)) fields[field] = column.read((args as Record<string, unknown>)[field]);
  }
  return { table: name, fields };
}

/** A struct as JSON holds it: numbers beyond 2^53 as decimal text. */
export function toPlain(struct: Result): Record<string, unknown> {
  const decimal = (value: unknown) => (typeof value === 'bigint' ? `${value}` : value);
  return Object.fromEntries(Object.entries(struct.toObject()).map(([name, value]) => [name, decimal(value)]));
}
