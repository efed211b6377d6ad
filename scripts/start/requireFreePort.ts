import { createServer } from 'node:net';
import { LedgerError } from '../../src/kernel/LedgerError.ts';
import { message } from '../../src/messages/Message.ts';
import { fileFault } from '../../src/kernel/fileFault.ts';

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
      const text = message('errors.port-taken-flag', {
        address: `${host}:${port}`,
        got: cause.code === 'EADDRINUSE' ? message('errors.port-in-use') : fileFault(cause),
        flag,
      });
      reject(new LedgerError('port-taken', text, { cause, details: { host, port } }));
    });
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}
