import type { Command } from 'commander';
import { stat } from 'node:fs/promises';
import { parseInput } from '../kernel/json/parseInput.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { longestBundle } from '../log/Bundle.ts';
import { readJson } from '../kernel/json/readJson.ts';
import type { Cli } from './command/Cli.ts';
import { readBytes } from './terminal/readInput.ts';
import { example, run, type Answer } from './command/run.ts';
import { z } from 'zod';

export interface VerifyOptions {
  key?: string;
  contract?: string;
  root?: string;
  size?: string;
  signer?: string;
}

/** What each type of file is checked with. */
const types: Record<string, (cli: Cli<VerifyOptions>, value: unknown) => Promise<Answer>> = {
  'lianpu-entry': async (cli, value) => await (await import('./verifyEntry.ts')).verifyEntry(cli, value),
  'lianpu-receipt': async (cli, value) =>
    await (await import('./verifyReceipt.ts')).verifyReceipt(cli, value),
};

const Typed = z.looseObject({ type: z.string() });

export function verifyCommand(verify: Command): void {
  verify
    .argument('<file>', 'what `lianpu log prove` or `lianpu licence check --receipt` wrote')
    .option('--key <verifier key>', 'whose signature the checkpoint has to have, name+hash+key')
    .option('--contract <address>', 'the contract that has to have anchored it; else the one the file names')
    .option('--root <hash>', 'check against this root of the log; the chain is not asked')
    .option('--size <number>', 'with --root: the size of the log that has this root')
    .option('--signer <address>', 'of a receipt: the account that has to have signed it')
    .addHelpText(
      'after',
      example(
        'lianpu verify receipt.json --signer 0x…',
        'lianpu verify entry.json --rpc https://…',
        'lianpu verify entry.json --root 0x… --size 1000000',
      ) +
        '\n\nExits 0 if it holds against the chain, 6 if it holds against the root that was given, 3 if it does not hold,\n2 if the file is malformed, 4 if nobody can tell without the chain, 7 if the chain does not answer.',
    )
    .action(
      run<VerifyOptions>(async (cli, file = '') => {
        const value = await readStrict(file);
        const { type } = parseInput(Typed, value, file);
        const check = types[type];
        if (check === undefined || !Object.hasOwn(types, type)) {
          const known = Object.keys(types).join(', ');
          throw new LedgerError('input-invalid', `${file}: expected a type of ${known}, got ${type}`);
        }
        return await check(cli, value);
      }),
    );
}

/** @throws LedgerError `content-too-large`, `json-malformed`, `input-invalid` for no such file. */
async function readStrict(file: string): Promise<unknown> {
  const length = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  if (length > longestBundle) {
    throw new LedgerError(
      'content-too-large',
      `${file}: expected up to ${longestBundle} bytes, got ${length}`,
    );
  }
  const bytes = await readBytes(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new LedgerError('json-malformed', `${file}: expected UTF-8, got other bytes`, { cause });
  }
  const value = readJson(text);
  return value;
}
