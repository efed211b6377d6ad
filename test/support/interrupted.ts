import type { Provider } from 'ethers';

/** A chain on which something happens after the first answer to a question, before anybody can read it. */
export function interrupted(
  provider: Provider,
  question: 'getLogs' | 'getBlockNumber',
  happen: () => Promise<unknown>,
): Provider {
  let done = false;
  const answer = async <T>(asked: string, given: Promise<T>): Promise<T> => {
    const value = await given;
    if (asked !== question || done) return value;
    done = true;
    await happen();
    return value;
  };
  return {
    getBlock: (number: number) => provider.getBlock(number),
    getBlockNumber: () => answer('getBlockNumber', provider.getBlockNumber()),
    getLogs: (filter: Parameters<Provider['getLogs']>[0]) => answer('getLogs', provider.getLogs(filter)),
  } as unknown as Provider;
}
