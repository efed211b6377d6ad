import { expect, it } from 'vitest';
import { parseShare } from '../../../../src/cli/money/parseShare.ts';

it.each([
  ['12.5 %', 1250],
  ['0.01%', 1],
  ['100 %', 10_000],
  ['0 %', 0],
  ['10000', 10_000],
  ['0', 0],
])('%s is a share', (text, bps) => {
  expect(parseShare(text, '--share')).toBe(bps);
});

it.each(['100.01 %', '101%', '10001', '12.5', '0.001 %', '-1 %', '%', ''])('“%s” is no share', (text) => {
  expect(() => parseShare(text, '--share')).toThrow(
    expect.objectContaining({ code: 'input-invalid', message: expect.stringMatching(/^--share: /) }),
  );
});
