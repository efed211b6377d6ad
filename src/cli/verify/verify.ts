import { Command } from 'commander';
import { z } from 'zod';
import { parseInput } from '../../kernel/json/parseInput.ts';
import { message } from '../../messages/Message.ts';
import type { TrustedRoot } from '../../verify/Ground.ts';
import { address, count, hash } from '../command/arguments.ts';
import type { Cli } from '../command/Cli.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { refuseInput } from '../../kernel/json/refuseInput.ts';
import type { Answer } from '../command/Answer.ts';
import { readProof } from './readProof.ts';
import { withGround } from './withGround.ts';

interface VerifyOptions {
  key?: string;
  contract?: string;
  root?: string;
  size?: string;
  signer?: string;
}

/** How each type of file is verified. */
const types = { 'lianpu-entry': verifyEntry, 'lianpu-receipt': verifyReceipt };

type Type = keyof typeof types;

const Typed = z.looseObject({ type: z.enum(Object.keys(types) as [Type, ...Type[]]) });

export function verifyFile(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('verify')
    .argument('<file>', say('cli.verify.argument-file'))
    .option('--key <verifier key>', say('cli.verify.option-key'))
    .option('--contract <address>', say('cli.verify.option-contract'))
    .option('--root <hash>', say('cli.verify.option-root'))
    .option('--size <number>', say('cli.verify.option-size'))
    .option('--signer <address>', say('cli.verify.option-signer'))
    .addHelpText(
      'after',
      `${example(
        say,
        'lianpu verify receipt.json --signer 0x…',
        'lianpu verify entry.json --rpc https://…',
        'lianpu verify entry.json --root 0x… --size 1000000',
      )}\n\n${say('cli.verify.help-after')}`,
    )
    .action(
      run<VerifyOptions>(async (cli, file = '') => {
        const value = await readProof(file);
        const { type } = parseInput(Typed, value, file);
        return await types[type](cli, value, context);
      }),
    );
}

async function verifyEntry(
  cli: Cli<VerifyOptions>,
  value: unknown,
  context: CommandContext,
): Promise<Answer> {
  const [{ verifyEntry }, { entryAnswer }] = await Promise.all([
    import('../../sdk/verify.ts'),
    import('./entryAnswer.ts'),
  ]);
  const expectations = readExpectations(cli.options);
  const verified = await withGround(cli, context, readRoots(cli.options), (ground) =>
    verifyEntry(value, ground, expectations),
  );
  return entryAnswer(verified, context);
}

async function verifyReceipt(
  cli: Cli<VerifyOptions>,
  value: unknown,
  context: CommandContext,
): Promise<Answer> {
  const [{ verifyReceipt }, { receiptAnswer }] = await Promise.all([
    import('../../sdk/verify.ts'),
    import('./receiptAnswer.ts'),
  ]);
  const { signer: given } = cli.options;
  const signer = given === undefined ? undefined : address(given, '--signer');
  const expectations = { ...readExpectations(cli.options), signer };
  const verified = await withGround(cli, context, readRoots(cli.options), (ground) =>
    verifyReceipt(value, ground, expectations),
  );
  return receiptAnswer(verified, context);
}

function readExpectations({ key, contract }: VerifyOptions) {
  return {
    verifierKey: key,
    contract: contract === undefined ? undefined : address(contract, '--contract'),
  };
}

/** The given root; none where the chain is to be asked. */
function readRoots({ root, size }: VerifyOptions): TrustedRoot[] {
  if (root === undefined && size === undefined) return [];
  if (root === undefined || size === undefined) {
    const missing = root === undefined ? '--root' : '--size';
    throw refuseInput([{ field: missing, fault: message('errors.root-and-size') }]);
  }
  return [{ root: hash(root, '--root'), size: count(size, '--size') }];
}
