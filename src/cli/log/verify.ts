import { Command } from 'commander';
import { auditLog, type AuditOptions, type LogAudit } from '../../log/audit/auditLog.ts';
import type { Fault } from '../../log/audit/Fault.ts';
import { filesAt } from '../../log/audit/LogFiles.ts';
import { address, count } from '../command/arguments.ts';
import type { Cli } from '../command/Cli.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { run } from '../command/run.ts';
import { blocks, counted, pairs } from '../terminal/format.ts';
import { rateOf } from '../terminal/rate.ts';

interface VerifyOptions {
  key?: string;
  contract?: string;
  fromBlock?: string;
  offline?: boolean;
}

export function verifyLog({ say }: CommandContext): Command {
  return new Command('verify')
    .argument('[place]')
    .description(
      'Audit a whole log, in a folder or behind an address, against every anchor on the chain; exits 3 if it does not hold',
    )
    .option('--key <verifier key>', 'the key of its checkpoints, name+hash+key; else what the service says')
    .option('--contract <address>', 'the contract that anchors it; else what the service says')
    .option('--from-block <number>', 'a block before the first anchor; else what the service says, or 1')
    .option('--offline', 'without the chain: exits 6 if the log holds in itself')
    .addHelpText(
      'after',
      example(
        say,
        'lianpu log verify',
        'lianpu log verify backup/log --contract 0x… --key lianpu/eip155:1:0x…+0f5f3a9c+AZ…',
        'lianpu log verify https://example.org/log --offline',
      ),
    )
    .action(
      run<VerifyOptions>(async (cli, place) => {
        const { key, contract, offline } = cli.options;
        const asksService = place === undefined || (offline !== true && contract === undefined);
        const status = asksService ? await cli.reading().status() : undefined;
        const files = await filesAt(place ?? `${cli.options.url.replace(/\/+$/, '')}/log`);
        const chain =
          offline === true
            ? undefined
            : await chainOf(cli, contract ?? status?.deployment.log ?? '', status?.deployment.block ?? 1);
        const progress = rateOf(cli, 'entries');
        const audit = await auditLog(files, {
          verifierKey: key ?? status?.log.verifierKey,
          chain,
          onProgress: progress.show,
        });
        progress.end();
        return { data: audit, text: () => showAudit(audit), exitCode: exitCodeOfAudit(audit) };
      }),
    );
}

/** The anchors, up to a block that is there now: the checkpoint is read after it. */
async function chainOf(
  cli: Cli<VerifyOptions>,
  given: string,
  firstBlock: number,
): Promise<AuditOptions['chain']> {
  const contract = address(given, '--contract');
  const { fromBlock } = cli.options;
  const from = fromBlock === undefined ? firstBlock : count(fromBlock, '--from-block');
  const { readAnchors } = await import('../../chain/readAnchors.ts');
  const { provider, chainId, block } = await cli.chain();
  return { chainId, contract, anchors: readAnchors(provider, contract, from, block) };
}

function exitCodeOfAudit({ verdict, anchors }: LogAudit): number {
  if (verdict === 'does-not-hold') return exitCodes.denied;
  return anchors === null ? exitCodes.holdsOffline : exitCodes.done;
}

function showAudit(audit: LogAudit): string {
  const { place, origin, size, root, signed, anchors, anchored, fault, verdict } = audit;
  const chain =
    anchors === null
      ? 'not asked (--offline): whether anybody rewrote the log was not checked'
      : `${counted(anchors, 'anchor agrees', 'anchors agree')}, covering ${counted(anchored ?? 0, 'entry', 'entries')}`;
  return blocks(
    pairs(
      ['log', origin],
      ['read from', place],
      ['size', counted(size, 'entry', 'entries')],
      ['root', root],
      ['signature', signed ? (verdict === 'holds' ? 'good' : 'looked at') : 'not checked: no --key'],
      ['chain', fault === null || anchors === null ? chain : `${chain}, up to what differs`],
    ),
    fault === null ? 'the log holds' : `the log does NOT hold\n\n${showFault(fault)}`,
  );
}

function showFault({ entry, last, what, expected, got }: Fault): string {
  const range = entry === last ? `${entry}` : `between ${entry} and ${last}`;
  return pairs(
    ['first entry that differs', entry === null ? null : range],
    ['what', what],
    ['expected', expected],
    ['got', got],
  );
}
