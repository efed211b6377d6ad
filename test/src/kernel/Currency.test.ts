import { expect, it } from 'vitest';
import { parseUnits, wholeUnits } from '../../../src/kernel/Currency.ts';
import { createRandom } from '../../support/random.ts';

it.each([
  ['0', 18, 0n],
  ['1.02', 18, 1_020_000_000_000_000_000n],
  ['12.50', 2, 1250n],
  ['7', 0, 7n],
  ['7.0', 0, 7n],
  ['0.000000000000000001', 18, 1n],
])('%s with %i decimals is counted in base units', (text, decimals, amount) => {
  expect(parseUnits(text, decimals)).toBe(amount);
});

it.each([
  ['1.02', 1],
  ['0.5', 0],
])('%s has more decimals than %i, and is rounded by nobody', (text, decimals) => {
  expect(parseUnits(text, decimals)).toBeUndefined();
});

it('an amount that was written in whole units is read again to the last digit', () => {
  const random = createRandom(20_261_130);
  for (let i = 0; i < 500; i += 1) {
    const decimals = random.below(37);
    const amount = BigInt(random.below(2 ** 31)) ** BigInt(1 + random.below(8));
    expect(parseUnits(wholeUnits(amount, decimals), decimals)).toBe(amount);
  }
});
