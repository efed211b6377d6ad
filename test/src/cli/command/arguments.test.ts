import { describe, expect, it } from 'vitest';
import {
  address,
  amount,
  bps,
  count,
  currency,
  hash,
  payment,
  use,
  workId,
} from '../../../../src/cli/command/arguments.ts';
import { native } from '../../../../src/kernel/values.ts';

const someHash = `0x${'aB'.repeat(32)}`;
const someone = `0x${'Cd'.repeat(20)}`;

describe('an argument', () => {
  it.each([
    [() => workId('12'), 12n],
    [() => workId(someHash), BigInt(someHash)],
    [() => hash(someHash, 'TERMS'), someHash.toLowerCase()],
    [() => address(someone, 'LICENSEE'), someone.toLowerCase()],
    [() => amount('0', 'AMOUNT'), 0n],
    [() => currency(), native],
    [() => currency('native'), native],
    [() => currency(someone), someone.toLowerCase()],
    [() => use('embedInGame'), 'embedInGame'],
    [() => count('50', '--limit'), 50],
    [() => bps('10000', '--share'), 10_000],
    [() => payment('12=7').amount, 7n],
  ])('is read: %s', (read, value) => {
    expect(read()).toBe(value);
  });

  it.each([
    ['WORK', () => workId('guan-yu')],
    ['WORK', () => workId('-1')],
    ['WORK', () => workId('')],
    ['WORK', () => workId(`${2n ** 256n}`)],
    ['TERMS', () => hash('0x1234', 'TERMS')],
    ['TERMS', () => hash(`${someHash}0`, 'TERMS')],
    ['LICENSEE', () => address(`${someone}0`, 'LICENSEE')],
    ['AMOUNT', () => amount('1.5', 'AMOUNT')],
    ['AMOUNT', () => amount('1e18', 'AMOUNT')],
    ['AMOUNT', () => amount(`${2n ** 256n}`, 'AMOUNT')],
    ['--currency', () => currency('gold')],
    ['--use', () => use('fly')],
    ['--limit', () => count('0', '--limit')],
    ['--limit', () => count('-3', '--limit')],
    ['--share', () => bps('10001', '--share')],
    ['PAYMENTS', () => payment('12')],
  ])('%s that is wrong is named: %s', (name, read) => {
    expect(read).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: expect.stringMatching(new RegExp(`^${name}: `)),
      }),
    );
  });
});
