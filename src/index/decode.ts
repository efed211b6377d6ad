import { Interface, type Log } from 'ethers';
import { contractNames, factories } from '../chain/contracts.ts';
import type { Deployment } from '../ports/Deployment.ts';
import { decoders } from './events/families.ts';
import type { Row } from './events/table.ts';

/** The decoder of a deployment: the rows a log means; none for an event the store does not keep. */
export function createDecoder(deployment: Deployment): (log: Log) => Row[] {
  const contracts = new Map(
    contractNames.map((name) => [deployment[name].toLowerCase(), new Interface(factories[name].abi)]),
  );
  return (log) => {
    const event = contracts.get(log.address.toLowerCase())?.parseLog(log);
    if (event == null || !Object.hasOwn(decoders, event.name)) return [];
    return decoders[event.name]?.(event.args) ?? [];
  };
}
