import { Contract, type Provider } from 'ethers';
import type { Deployment } from '../ports/Deployment.ts';
import { coins, nativeDecimals, type Currency } from '../kernel/Currency.ts';
import { createCache } from '../kernel/createCache.ts';
import { native, type Hex } from '../kernel/values.ts';

/** Asks tokens what they are called, once: what a token has said is taken to stay. */
export function createCurrencyReader(
  { chainId }: Deployment,
  provider: Provider,
): (currency: Hex) => Promise<Currency> {
  const coin = { currency: native, unit: coins[chainId] ?? 'ETH', decimals: nativeDecimals };
  const known = createCache<Hex, Currency>(1000);
  return async (currency) => {
    const found = currency === native ? coin : known.get(currency);
    if (found !== undefined) return found;
    const named = await askToken(currency, provider);
    if (named.unit !== null) known.set(currency, named);
    return named;
  };
}

/** ERC-20: `symbol()` and `decimals()` are optional, and say whatever the token's maker likes. */
async function askToken(currency: Hex, provider: Provider): Promise<Currency> {
  const token = new Contract(
    currency,
    ['function symbol() view returns (string)', 'function decimals() view returns (uint8)'],
    provider,
  );
  if ((await provider.getCode(currency)) === '0x') return { currency, unit: null, decimals: null };
  try {
    const symbol = (await token.getFunction('symbol')()) as string;
    const decimals = Number((await token.getFunction('decimals')()) as bigint);
    const unit = symbol.replace(/[^\p{L}\p{N}\p{Sc}._-]/gu, '').slice(0, 16);
    if (unit === '' || decimals > 36) return { currency, unit: null, decimals: null };
    return { currency, unit, decimals };
  } catch {
    return { currency, unit: null, decimals: null };
  }
}
