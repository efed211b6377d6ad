import { expect, it } from 'vitest';
import { formatError } from '../../../../src/kernel/LedgerError.ts';
import { disagreementMessage } from '../../../../src/terms/agree/disagreementMessage.ts';
import type { Stated } from '../../../../src/terms/agree/readDocumentFields.ts';

const chain: Stated = {
  type: 'Offer',
  uses: ['display'],
  passOn: [],
  price: '50000000000000000',
  revenueShareBps: '1000',
  currency: 'urn:lianpu:currency:native',
  duration: '604800',
  cap: '0',
  attribution: true,
  shareAlike: false,
  approvalRequired: false,
  transferable: false,
  absoluteShare: false,
  forbidden: [],
};

it.each([
  ['price', { price: '60000000000000000' }, ['0.05', '0.06']],
  ['revenueShareBps', { revenueShareBps: '1250' }, ['10 %', '12.5 %']],
  ['duration', { duration: '90' }, ['7 days', '90 seconds']],
  ['duration', { duration: '0' }, ['7 days', 'no expiry']],
  ['cap', { cap: '3' }, ['no limit', '3']],
  ['uses', { uses: [] }, ['display', 'none']],
  ['attribution', { attribution: 'partly' }, ['true', 'partly']],
  ['price', { price: '1 and 2' }, ['0.05', '1 and 2']],
] as const)('%s that differs is stated in units that people read', (field, changed, values) => {
  const text = formatError(disagreementMessage([field], chain, { ...chain, ...changed } as Stated));
  expect(text).toContain(`${field}: `);
  for (const value of values) expect(text).toContain(value);
});

it('every field that differs is named', () => {
  const text = formatError(disagreementMessage(['price', 'cap', 'uses'], chain, chain));
  for (const field of ['price: ', 'cap: ', 'uses: ']) expect(text).toContain(field);
});
