import { Command } from 'commander';
import type { Status } from '../../ports/Status.ts';
import type { ChainGround } from '../../verify/Ground.ts';
import type { LogGround, LogVerification } from '../../verify/log/verifyLog.ts';
import { address, count } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Say } from '../command/Say.ts';
import { example } from '../command/example.ts';
import { blocks, pairs } from '../terminal/format.ts';
import { createRate } from '../terminal/rate.ts';
import { verificationExitCode } from '../verify/exitCode.ts';
import { describeRows } from '../verify/describeRows.ts';
import { withChain } from '../verify/withGround.ts';

interface VerifyOptions {
  key?: string;
  contract?: string;
  fromBlock?: string;
  offline?: boolean;
}

export function verifyLog(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('verify')
    .argument('[place]', say('cli.verify.log-argument-place'))
    .description(say('cli.verify.log-description'))
    .option('--key <verifier key>', say('cli.verify.log-option-key'))
    .option('--contract <address>', say('cli.verify.log-option-contract'))
    .option('--from-block <number>', say('cli.verify.log-option-from-block'))
    .option('--offline', say('cli.verify.log-option-offline'))
    .addHelpText(
      'after',
      `${example(
        say,
        'lianpu log verify',
        'lianpu log verify backup/log --contract 0x… --key lianpu/eip155:1:0x…+0f5f3a9c+AZ…',
        'lianpu log verify https://example.org/log --offline',
      )}\n\n${say('cli.verify.log-help-after')}`,
    )
    .action(
      run<VerifyOptions>(async (cli, place) => {
        const { filesAt, verifyLog } = await import('../../sdk/verify.ts');
        const { key, contract, offline = false, url } = cli.options;
        const asksService = place === undefined || (!offline && contract === undefined);
        const status = asksService ? await (await cli.open('reader')).status() : undefined;
        const files = await filesAt(place ?? `${url.replace(/\/+$/, '')}/log`);
        const progress = createRate(cli, say, say('cli.verify.progress-entries'));
        const expectations = { verifierKey: key ?? status?.log.verifierKey, onProgress: progress.show };
        const verified = offline
          ? await verifyLog(files, undefined, expectations)
          : await withChain(cli, context, (chain) =>
              verifyLog(files, readGround(cli.options, chain, status), expectations),
            );
        progress.end();
        return {
          data: verified,
          text: () => describeLog(verified, say),
          exitCode: verificationExitCode(verified),
        };
      }),
    );
}

/** The contract and the first block that were given, else those of the service. */
function readGround(
  { contract, fromBlock }: VerifyOptions,
  chain: ChainGround,
  status: Status | undefined,
): LogGround {
  return {
    chain,
    contract: address(contract ?? status?.deployment.log ?? '', '--contract'),
    fromBlock: fromBlock === undefined ? (status?.deployment.block ?? 1) : count(fromBlock, '--from-block'),
  };
}

function describeLog(
  { verdict, against, rows, place, origin, size, root, anchored }: LogVerification,
  say: Say,
): string {
  const holds = against === 'itself' ? 'verify.holds-itself' : 'verify.holds-log';
  const entries = (count: number) => say('cli.verify.entries', { count });
  return blocks(
    say(verdict === 'holds' ? holds : `verify.verdict-${verdict}`),
    pairs(
      [say('cli.verify.log'), origin],
      [say('cli.verify.read-from'), place],
      [say('cli.verify.size'), entries(size)],
      [say('cli.verify.root'), root],
      [say('cli.verify.anchored'), anchored === null ? null : entries(anchored)],
    ),
    describeRows(rows, say),
  );
}
