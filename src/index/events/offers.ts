import type { Result } from 'ethers';
import { account, id, integer, nullable, text } from './columns.ts';
import { table, toPlain, toRow, type Decoders } from './table.ts';

/** Offers and withdrawals; a withdrawal repeats neither terms nor document. */
const offers = table(
  'offers',
  { workId: id, termsId: text, open: integer, terms: nullable(text), documentHash: nullable(text) },
  ['workId', 'termsId', 'documentHash'],
);
/** Licensees that asked to be approved. */
const requests = table('requests', { workId: id, termsId: text, licensee: account }, ['workId']);
const approvals = table('approvals', { workId: id, termsId: text, licensee: account, approved: integer }, [
  'workId',
]);

export const offerTables = { offers, requests, approvals };

export const offerDecoders: Decoders = {
  TermsOffered: (e) => {
    const terms = e['terms'] as Result;
    const documentHash = text.read(terms['documentHash']);
    return [toRow(offers, e, { open: 1, terms: JSON.stringify(toPlain(terms)), documentHash })];
  },
  TermsWithdrawn: (e) => [toRow(offers, e, { open: 0, terms: null, documentHash: null })],
  ApprovalRequested: (e) => [toRow(requests, e)],
  LicenseeApproved: (e) => [toRow(approvals, e)],
};
