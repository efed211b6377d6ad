import { Command } from 'commander';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';
import { blockWords } from '../terminal/words.ts';

export function showStatus({ say, run }: CommandContext): Command {
  return new Command('status')
    .addHelpText('after', example(say, 'lianpu status', 'lianpu status --url http://127.0.0.1:3000 --json'))
    .action(
      run(async (cli) => {
        const status = await (await cli.open('reader')).status();
        const { deployment, block, works, log } = status;
        return {
          data: status,
          text: () =>
            pairs(
              [say('cli.status.service'), cli.options.url],
              [say('cli.status.chain'), `${deployment.chainId}`],
              [say('cli.block'), blockWords(say, block)],
              [say('cli.status.works'), `${works}`],
              [say('cli.status.log'), say('cli.status.log-size', { size: log.size, anchored: log.anchored })],
              [say('cli.status.log-origin'), log.origin],
              [say('cli.status.log-key'), log.verifierKey],
              ['WorkRegistry', deployment.works],
              ['LicenceRegistry', deployment.licences],
              ['UsageLedger', deployment.usages],
              ['RoyaltyLedger', deployment.royalties],
              ['ProvenanceLog', deployment.log],
            ),
        };
      }),
    );
}
