import { expect, it } from 'vitest';
import { createMoneyFormat } from '../../../../src/cli/money/createMoneyFormat.ts';
import { createContext } from '../../../../src/cli/command/createContext.ts';
import type { Currency } from '../../../../src/kernel/Currency.ts';
import type { Http } from '../../../../src/sdk/client/http.ts';
import type { Session } from '../../../../src/sdk/client/session.ts';
import { native, type Hex } from '../../../../src/kernel/values.ts';

const token: Hex = `0x${'ab'.repeat(20)}`;
const context = createContext([], {});
const cents = { currency: token, unit: 'LCNY', decimals: 2 };

it.each([
  ['the chain’s own currency', { currency: native, unit: 'ETH', decimals: 18 }, 5n * 10n ** 15n, '0.005 ETH'],
  ['a token, beside its address', cents, 150n, '1.5 LCNY (0xababab…abab)'],
  ['a token to the last digit', cents, 10n ** 30n + 1n, `1${'0'.repeat(28)}.01 LCNY (0xababab…abab)`],
  ['a token without a name', { currency: token, unit: null, decimals: null }, 7n, `7 units of ${token}`],
])('an amount of %s', async (_, currency, amount, text) => {
  const money = await createMoneyFormat(
    sessionWith(() => Promise.resolve(currency)),
    [currency.currency, currency.currency],
    context,
  );
  expect(money.amount(amount, currency.currency)).toBe(text);
});

it('an amount stands in base units where the service does not answer', async () => {
  const money = await createMoneyFormat(
    sessionWith(() => Promise.reject(new Error('no answer'))),
    [token],
    context,
  );
  expect(money.amount(7n, token)).toBe(`7 units of ${token}`);
});

function sessionWith(get: () => Promise<Currency>): Session {
  return { http: { get } as unknown as Http } as Session;
}
