import { account, id, integer, long, nullable, text, type Column } from './columns.ts';
import { table, toRow, type Decoders } from './table.ts';

/** Licences as they were bought or renewed; `units` is what was held then. */
const licences = table(
  'licences',
  {
    workId: id,
    termsId: text,
    licensee: account,
    payer: account,
    units: long,
    price: text,
    since: long,
    until: long,
  },
  ['workId licensee', 'licensee'],
);
/** Units of licences that passed to another holder. */
const licenceTransfers = table(
  'licenceTransfers',
  { workId: id, termsId: text, licensee: account, to: account, units: long, until: long },
  ['workId licensee', 'licensee', 'to'],
);
/** Breaches of licences, recorded, forgiven or ended by revocation; only a recorded one has evidence. */
const breaches = table(
  'breaches',
  {
    workId: id,
    termsId: text,
    licensee: account,
    step: text as Column<'recorded' | 'forgiven' | 'revoked'>,
    breach: integer,
    evidence: nullable(text),
  },
  ['workId licensee', 'licensee', 'evidence'],
);

export const licenceTables = { licences, licenceTransfers, breaches };

export const licenceDecoders: Decoders = {
  LicenceAcquired: (e) => [toRow(licences, e)],
  LicenceTransferred: (e) => [toRow(licenceTransfers, e)],
  BreachRecorded: (e) => [toRow(breaches, e, { step: 'recorded' })],
  BreachForgiven: (e) => [toRow(breaches, e, { step: 'forgiven', breach: 0, evidence: null })],
  LicenceRevoked: (e) => [toRow(breaches, e, { step: 'revoked', evidence: null })],
};
