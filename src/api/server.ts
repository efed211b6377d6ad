import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import type { AddressInfo } from 'node:net';
import { openPreparing } from '../bulk/preparing.ts';
import { isNative } from '../bulk/recoverSigner.ts';
import { fileFault } from '../kernel/fileFault.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Ledger } from '../ports/Ledger.ts';
import { anchorLog } from '../log/anchorLog.ts';
import { buildApp, type AppOptions } from './app.ts';

interface ServerOptions extends Omit<AppOptions, 'preparing'> {
  host: string;
  /** 0 takes any that is free. */
  port: number;
  /** Seconds between two looks for new blocks. */
  followEvery?: number | undefined;
  /** Seconds between two looks for entries of the log that no anchor covers. */
  anchorEvery?: number | undefined;
}

/**
 * Serves a ledger over HTTP, follows its chain and anchors its log, until it is closed.
 *
 * @throws LedgerError `port-taken`.
 */
export async function serve(
  ledger: Ledger,
  options: ServerOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const { host, port, logger, followEvery = 1, anchorEvery = 2 } = options;
  if (!isNative)
    logger.warn('signatures are checked in JavaScript: secp256k1 was not built for this machine');
  const preparing = openPreparing(Math.max(1, availableParallelism() - 1));
  const server = createServer(buildApp(ledger, { ...options, preparing }));
  // A million registrations in one request take their time.
  server.requestTimeout = 600_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new LedgerError(
          'port-taken',
          message('errors.port-taken', {
            address: `${host}:${port}`,
            got: cause.code === 'EADDRINUSE' ? message('errors.port-in-use') : fileFault(cause),
          }),
          {
            cause,
            details: { host, port },
          },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
  const tasks = [
    repeat(
      followEvery,
      () => ledger.reach(),
      (error) => logger.warn({ err: error }, 'cannot follow the chain'),
    ),
    repeat(
      anchorEvery,
      () => anchorLog(ledger),
      (error) => logger.error({ err: error }, 'cannot anchor the log'),
    ),
  ];
  const { port: listening } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listening}`,
    close: async () => {
      await Promise.all(tasks.map((stop) => stop()));
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await preparing.close();
    },
  };
}

/** Runs a task again and again, never twice at once. Returns what stops it, when the run under way has ended. */
function repeat(seconds: number, task: () => Promise<unknown>, onError: (error: unknown) => void) {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const run = () => {
    running = task()
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(run, seconds * 1000);
      });
  };
  run();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
