import { account, id, integer, nullable, text } from './columns.ts';
import { table, toRow, type Decoders } from './table.ts';

const payments = table(
  'payments',
  { workId: id, currency: account, reference: text, payer: account, amount: text },
  ['workId', 'reference'],
);
/** What a settlement moved, to a source or to a payee. */
const allocations = table(
  'allocations',
  { workId: id, currency: account, sourceId: nullable(id), payee: nullable(account), amount: text },
  ['workId', 'sourceId', 'payee'],
);
const claims = table('claims', { payee: account, currency: account, amount: text }, ['payee']);
/** Payees' places as they were offered, or taken. */
const handOvers = table(
  'handOvers',
  { payee: account, recipient: account, successor: account, accepted: integer },
  ['payee'],
);

export const moneyTables = { payments, allocations, claims, handOvers };

export const moneyDecoders: Decoders = {
  WorkPaid: (e) => [toRow(payments, e, { reference: text.read(e['paymentRef']) })],
  SourceCredited: (e) => [toRow(allocations, e, { payee: null })],
  PayeeCredited: (e) => [toRow(allocations, e, { sourceId: null })],
  Claimed: (e) => [toRow(claims, e)],
  HandOverProposed: (e) => [toRow(handOvers, e, { accepted: 0 })],
  HandedOver: (e) => [toRow(handOvers, e, { accepted: 1 })],
};
