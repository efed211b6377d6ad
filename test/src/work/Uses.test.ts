import fc from 'fast-check';
import { expect, it } from 'vitest';
import { useNames, usesFromBits, usesToBits } from '../../../src/work/Uses.ts';

it('every set of uses comes back from its bits', () => {
  fc.assert(
    fc.property(fc.subarray([...useNames]), (uses) => {
      expect(usesFromBits(usesToBits(uses))).toEqual(uses);
    }),
  );
});

it('a bit without a name is refused', () => {
  expect(() => usesFromBits(1 << useNames.length)).toThrow(
    expect.objectContaining({ code: 'input-invalid' }),
  );
});
