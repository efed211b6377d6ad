import { describe, expect, it } from 'vitest';
import { address, count, currency, hash, use, workId } from '../../../../src/cli/command/arguments.ts';
import { native } from '../../../../src/kernel/values.ts';

const someHash = `0x${'aB'.repeat(32)}`;
const someone = `0x${'Cd'.repeat(20)}`;

describe('an argument', () => {
  it.each([
    [() => workId('12'), 12n],
    [() => workId(someHash), BigInt(someHash)],
    [() => hash(someHash, 'TERMS'), someHash.toLowerCase()],
    [() => address(someone, 'LICENSEE'), someone.toLowerCase()],
    [() => currency(), native],
    [() => currency('native'), native],
    [() => currency(someone), someone.toLowerCase()],
    [() => use('embedInGame'), 'embedInGame'],
    [() => count('50', '--limit'), 50],
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
    ['--currency', () => currency('gold')],
    ['--use', () => use('fly')],
    ['--limit', () => count('0', '--limit')],
    ['--limit', () => count('-3', '--limit')],
  ])('%s that is wrong is named: %s', (name, read) => {
    expect(read).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: expect.stringMatching(new RegExp(`^${name}: `)),
      }),
    );
  });
});
