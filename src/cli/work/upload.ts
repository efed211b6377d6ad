import { Command } from 'commander';
import { bulkClient } from '../../sdk/bulk.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { describeProgress, describeTotals } from './describeUpload.ts';
import { uploadFile } from './uploadFile.ts';

export function uploadWorks({ say, run }: CommandContext): Command {
  return new Command('upload')
    .description(say('cli.work.upload'))
    .argument('<file>', say('cli.work.upload-file'))
    .option('--vouch', say('cli.work.upload-vouch'))
    .addHelpText('after', example(say, 'lianpu work upload masks.ndjson --vouch --key-file operator.key'))
    .action(
      run<{ vouch?: boolean }>(async (cli, file) => {
        const vouch = cli.options.vouch === true;
        const client = bulkClient(await cli.open(vouch ? 'signer' : 'reader'));
        const pass = vouch ? await client.pass() : undefined;
        const start = performance.now();
        const totals = await uploadFile(
          file,
          (bytes) => client.upload(bytes, pass),
          (progress) => cli.progress(describeProgress(say, progress, (performance.now() - start) / 1000)),
        );
        return {
          data: totals,
          text: () => describeTotals(say, totals),
          exitCode: totals.refused === 0 ? exitCodes.done : exitCodes.failed,
        };
      }),
    );
}
