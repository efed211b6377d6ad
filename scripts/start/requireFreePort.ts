import { createServer } from 'node:net';
import { LedgerError } from '../../src/kernel/LedgerError.ts';

/**
 * Tries a port before anything is started on it: Hardhat's server ends the process where it cannot listen.
 *
 * @param flag What moves it, for the message.
 * @throws LedgerError `port-taken`.
 */
export async function requireFreePort(host: string, port: number, flag: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (cause: NodeJS.ErrnoException) => {
      const message = `expected ${host}:${port} to be free, got ${cause.code ?? 'an error'}; give another port with ${flag}`;
      reject(new LedgerError('port-taken', message, { cause, details: { host, port } }));
    });
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}
