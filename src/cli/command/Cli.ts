import type { Signer } from 'ethers';
import { createHttp } from '../../sdk/client/http.ts';
import { createSession, type Session } from '../../sdk/client/session.ts';
import type { Hex } from '../../kernel/values.ts';
import { pickLanguage } from '../../messages/pickLanguage.ts';
import { readLocale } from './createContext.ts';
import type { GlobalOptions } from './GlobalOptions.ts';

/** What a command gets: its options, and the service through the SDK. */
export interface Cli<O> {
  options: O & GlobalOptions;
  /** For commands that need no key. */
  reading(): Session;
  /** With a key that signs; the service relays, so the chain is not asked. */
  signing(): Promise<Session>;
  /** The account of the key; nobody is asked. */
  account(): Promise<Hex>;
  /** With a key that signs and sends to the chain. */
  sending(): Promise<Session>;
  /** Says on a terminal what is being done. */
  progress(text: string): void;
  close(): void;
}

/** Milliseconds to wait for the service: a write waits for a block. */
const timeout = 60_000;

export function openCli<O>(options: O & GlobalOptions): Cli<O> {
  let wallet: { close(): void } | undefined;
  const language = pickLanguage([readLocale(options.lang, process.env)]);
  const sessionWith = (signer?: Signer) => createSession(createHttp(options.url, timeout, language), signer);
  const key = async () => await (await import('../terminal/readKey.ts')).readKey(options);
  return {
    options,
    reading: () => sessionWith(),
    signing: async () => {
      const privateKey = await key();
      return sessionWith(await (await import('../terminal/readKey.ts')).createWallet(privateKey));
    },
    account: async () => {
      const signer = await (await import('../terminal/readKey.ts')).createWallet(await key());
      return (await signer.getAddress()).toLowerCase() as Hex;
    },
    sending: async () => {
      const privateKey = await key();
      const { connectWallet } = await import('../../sdk/client/connectWallet.ts');
      const connected = await connectWallet(options.rpc, privateKey);
      wallet = connected;
      return sessionWith(connected.signer);
    },
    progress: (text) => {
      if (process.stderr.isTTY && options.json !== true) process.stderr.write(`${text} …\n`);
    },
    close: () => wallet?.close(),
  };
}
