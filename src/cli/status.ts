import type { Command } from 'commander';
import { counted, pairs, timeText } from './terminal/format.ts';
import { example, run } from './command/run.ts';

export function statusCommand(status: Command): void {
  status
    .addHelpText('after', example('lianpu status', 'lianpu status --url http://127.0.0.1:3000 --json'))
    .action(
      run(async (cli) => {
        const found = await cli.reading().status();
        const { deployment, block, works, log } = found;
        return {
          data: found,
          text: () =>
            pairs(
              ['service', cli.options.url],
              ['chain', `${deployment.chainId}`],
              ['block', `${block.number}, ${timeText(block.timestamp)}`],
              ['works', `${works}`],
              ['log', `${counted(log.size, 'entry', 'entries')}, ${log.anchored} anchored`],
              ['log origin', log.origin],
              ['log key', log.verifierKey],
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
