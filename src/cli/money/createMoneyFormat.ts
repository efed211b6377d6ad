import type { Currency } from '../../kernel/Currency.ts';
import { native, type Hex } from '../../kernel/values.ts';
import type { Session } from '../../sdk/client/session.ts';
import { amountMessage } from '../../terms/words/Money.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { short } from '../terminal/format.ts';

/** Money as people read it: `0.05 ETH`, `12.5 LCNY (0xababab…abab)`. */
export interface MoneyFormat {
  amount(amount: bigint, currency: Hex): string;
  symbol(currency: Hex): string;
}

/**
 * Fetches the symbol and the decimals of each currency, and formats amounts in whole coins to the last digit. Where the
 * service does not know a token, or does not answer, the token's address stands for its symbol and its amounts are in
 * base units.
 */
export async function createMoneyFormat(
  session: Session,
  currencies: readonly Hex[],
  context: CommandContext,
): Promise<MoneyFormat> {
  return moneyFormat(await findCurrencies(session, currencies), context);
}

/** Formats amounts by what is known of their currencies: without a service, nothing is. */
export function moneyFormat(known: ReadonlyMap<Hex, Currency>, { say, format }: CommandContext): MoneyFormat {
  return { amount, symbol };

  function amount(amount: bigint, currency: Hex): string {
    const { decimals } = known.get(currency) ?? { decimals: null };
    return format(amountMessage(amount, { currency, decimals, unit: symbol(currency) }));
  }

  function symbol(currency: Hex): string {
    const unit = known.get(currency)?.unit ?? null;
    if (currency === native) return unit ?? say('cli.money.native');
    // A token chooses its own symbol, so its address stands beside it.
    return unit === null ? currency : `${unit} (${short(currency)})`;
  }
}

async function findCurrencies(session: Session, currencies: readonly Hex[]): Promise<Map<Hex, Currency>> {
  const wanted = [...new Set(currencies)];
  if (wanted.length === 0) return new Map();
  const { royaltyClient } = await import('../../sdk/royalty.ts');
  const client = royaltyClient(session);
  const found = await Promise.all(
    wanted.map(async (currency) => await client.currency(currency).catch(() => null)),
  );
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.currency, one]])));
}
