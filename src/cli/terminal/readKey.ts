import type { Signer } from 'ethers';
import { LedgerError } from '../../kernel/LedgerError.ts';
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
  if (keyFile !== undefined)
    return checked(new TextDecoder().decode(await readBytes(keyFile)), `in ${keyFile}`);
  const fromEnvironment = process.env['LIANPU_KEY'];
  if (fromEnvironment !== undefined && fromEnvironment !== '')
    return checked(fromEnvironment, 'in LIANPU_KEY');
  if (process.stdin.isTTY && process.stderr.isTTY && json !== true) return await askForKey();
  throw new LedgerError('signer-missing', 'expected a private key to sign with, got none');
}

/** An account that signs and has no chain to send to. */
export async function walletOf(privateKey: string): Promise<Signer> {
  const { Wallet } = await import('ethers');
  try {
    return new Wallet(privateKey);
  } catch {
    throw notAKey('given');
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

function checked(text: string, where: string): string {
  const key = text.trim();
  if (!form.test(key)) throw notAKey(where);
  return key;
}

function notAKey(where: string): LedgerError {
  return new LedgerError(
    'input-invalid',
    `expected a private key ${where}: 0x and 64 hex digits, got something else`,
  );
}
