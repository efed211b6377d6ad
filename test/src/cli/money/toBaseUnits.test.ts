import { expect, it } from 'vitest';
import { parseAmount } from '../../../../src/cli/money/GivenAmount.ts';
import { toBaseUnits } from '../../../../src/cli/money/toBaseUnits.ts';
import { native, type Hex } from '../../../../src/kernel/values.ts';
import type { Currency } from '../../../../src/kernel/Currency.ts';
import type { Http } from '../../../../src/sdk/client/http.ts';
import type { Session } from '../../../../src/sdk/client/session.ts';

const token: Hex = `0x${'ab'.repeat(20)}`;
const ether = { currency: native, unit: 'ETH', decimals: 18 };
const yuan = { currency: token, unit: 'LCNY', decimals: 2 };
const nameless = { currency: token, unit: null, decimals: null };

it.each([
  ['0.02', ether, 2n * 10n ** 16n],
  ['0.02 ETH', ether, 2n * 10n ** 16n],
  [' 12.5  LCNY ', yuan, 1250n],
  ['12.5', yuan, 1250n],
  ['0', yuan, 0n],
  ['7', nameless, 7n],
])('%s is read in the base unit of its currency', async (text, currency, amount) => {
  expect(await read(text, currency)).toBe(amount);
});

it.each([
  ['12.5 LCNY', ether],
  ['12.5 lcny', yuan],
  ['12.505', yuan],
  ['0.5', nameless],
  ['1 LCNY', nameless],
  [`${2n ** 256n}`, nameless],
])('%s is refused where the currency is another', async (text, currency) => {
  await expect(read(text, currency)).rejects.toMatchObject({
    code: 'input-invalid',
    details: { issues: [{ field: '--price' }] },
  });
});

it('a number of the native currency is read without the service', async () => {
  expect(await toBaseUnits({} as Session, parseAmount('1.5', 'AMOUNT'), where(native))).toBe(
    15n * 10n ** 17n,
  );
});

it.each(['', '1e18', '-1', '1,5', '.5', '5.', '1 E T H', '0x10'])('“%s” is no amount', (text) => {
  expect(() => parseAmount(text, '--price')).toThrow(expect.objectContaining({ code: 'input-invalid' }));
});

function where(currency: Hex) {
  return { currency, name: '--price' };
}

async function read(text: string, currency: Currency): Promise<bigint> {
  const http = { get: () => Promise.resolve(currency) } as unknown as Http;
  return await toBaseUnits({ http } as Session, parseAmount(text, '--price'), where(currency.currency));
}
