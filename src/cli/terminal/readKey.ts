import type { Signer } from 'ethers';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { GlobalOptions } from '../command/GlobalOptions.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { readBytes } from './readInput.ts';

const form = /^0x[0-9a-fA-F]{64}$/;

/**
 * The private key to sign with: from a file, from LIANPU_KEY, or typed on a terminal without being shown.
 *
 * @throws LedgerError `signer-missing` for none, `input-invalid` for what is none; a key is never repeated.
 */
export async function readKey({ keyFile, json }: GlobalOptions): Promise<string> {
  if (keyFile !== undefined) return requireKey(new TextDecoder().decode(await readBytes(keyFile)), keyFile);
  const fromEnvironment = process.env['LIANPU_KEY'];
  if (fromEnvironment !== undefined && fromEnvironment !== '')
    return requireKey(fromEnvironment, 'LIANPU_KEY');
  if (process.stdin.isTTY && process.stderr.isTTY && json !== true) return await askForKey();
  throw new LedgerError('signer-missing', message('errors.private-key-missing'));
}

/** An account that signs and has no chain to send to. */
export async function createWallet(privateKey: string): Promise<Signer> {
  const { Wallet } = await import('ethers');
  try {
    return new Wallet(privateKey);
  } catch {
    throw new LedgerError('input-invalid', message('errors.private-key'));
  }
}

async function askForKey(): Promise<string> {
  const { isCancel, password } = await import('@clack/prompts');
  const answer = await password({
    message: 'Private key to sign with',
    output: process.stderr,
    validate: (text) => (form.test(text?.trim() ?? '') ? undefined : '0x and 64 hex digits'),
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
