import type { Language } from '../../messages/languages.ts';
import { createHttp } from '../../sdk/client/http.ts';
import { createSession, type Session } from '../../sdk/client/session.ts';
import type { GlobalOptions } from './GlobalOptions.ts';
import type { Say } from './Say.ts';

/** What a command works with: its options, and the service through the SDK. */
export interface Cli<O> {
  options: O & GlobalOptions;
  /**
   * Opens the service. A reader needs no key; a signer signs what the service relays, so the chain is not asked; a
   * sender sends transactions.
   */
  open(as: 'reader' | 'signer' | 'sender'): Promise<Session>;
  /** Shows on a terminal what is being done. */
  progress(text: string): void;
  close(): void;
}

/** Who reads what a command prints. */
export interface Reader {
  say: Say;
  language: Language;
}

/** Milliseconds to wait for the service: a write waits for a block. */
const timeout = 60_000;

export function openCli<O>(options: O & GlobalOptions, { say, language }: Reader): Cli<O> {
  let wallet: { close(): void } | undefined;
  return {
    options,
    open: async (as) => {
      const http = createHttp(options.url, timeout, language);
      if (as === 'reader') return createSession(http, undefined);
      const { readKey, readWallet } = await import('../terminal/readKey.ts');
      if (as === 'signer') return createSession(http, await readWallet(options, say));
      const key = await readKey(options, say);
      const { connectWallet } = await import('../../sdk/client/connectWallet.ts');
      const connected = await connectWallet(options.rpc, key);
      wallet = connected;
      return createSession(http, connected.signer);
    },
    progress: (text) => {
      if (process.stderr.isTTY && options.json !== true) process.stderr.write(`${text} …\n`);
    },
    close: () => wallet?.close(),
  };
}
