import { account, integer, long, text } from './columns.ts';
import { table, toRow, type Decoders } from './table.ts';

/** Roots of the log that the chain took. */
const anchors = table('anchors', { size: long, root: text }, ['size']);
const accreditations = table('accreditations', { account, roles: integer }, ['account']);
const attestations = table('attestations', { registrar: account, holder: account, attested: integer }, [
  'holder',
]);

export const trustTables = { anchors, accreditations, attestations };

export const trustDecoders: Decoders = {
  RootAnchored: (e) => [toRow(anchors, e)],
  Accredited: (e) => [toRow(accreditations, e)],
  HolderAttested: (e) => [toRow(attestations, e)],
};
