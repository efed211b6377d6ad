import type { Signer } from 'ethers';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { Hex } from '../../kernel/values.ts';
import { message } from '../../messages/Message.ts';
import type { GlobalOptions } from '../command/GlobalOptions.ts';
import type { Say } from '../command/Say.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { readBytes } from './readInput.ts';

const form = /^0x[0-9a-fA-F]{64}$/;

/**
 * The private key to sign with: from a file, from LIANPU_KEY, or typed on a terminal, hidden.
 *
 * @throws LedgerError `signer-missing`, or `input-invalid` for another text; the text is never repeated.
 */
export async function readKey({ keyFile, json }: GlobalOptions, say: Say): Promise<string> {
  if (keyFile !== undefined) return requireKey(new TextDecoder().decode(await readBytes(keyFile)), keyFile);
  const fromEnvironment = process.env['LIANPU_KEY'];
  if (fromEnvironment !== undefined && fromEnvironment !== '')
    return requireKey(fromEnvironment, 'LIANPU_KEY');
  if (process.stdin.isTTY && process.stderr.isTTY && json !== true) return await promptKey(say);
  throw new LedgerError('signer-missing', message('errors.private-key-missing'));
}

/** An account that signs, without a chain to send to. */
export async function readWallet(options: GlobalOptions, say: Say): Promise<Signer> {
  const key = await readKey(options, say);
  const { Wallet } = await import('ethers');
  try {
    return new Wallet(key);
  } catch {
    throw new LedgerError('input-invalid', message('errors.private-key'));
  }
}

/** The account of the key; the service is not asked. */
export async function readAccount(options: GlobalOptions, say: Say): Promise<Hex> {
  const wallet = await readWallet(options, say);
  return (await wallet.getAddress()).toLowerCase() as Hex;
}

async function promptKey(say: Say): Promise<string> {
  const { isCancel, password } = await import('@clack/prompts');
  const answer = await password({
    message: say('cli.key-prompt'),
    output: process.stderr,
    validate: (text) => (form.test(text?.trim() ?? '') ? undefined : say('cli.key-form')),
  });
  if (isCancel(answer)) process.exit(exitCodes.interrupted);
  return answer.trim();
}

function requireKey(text: string, field: string): string {
  const key = text.trim();
  if (form.test(key)) return key;
  const fault = message('errors.private-key');
  throw new LedgerError('input-invalid', message('errors.at-field', { field, fault }));
}
