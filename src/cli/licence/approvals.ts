import { Command } from 'commander';
import type { Approval } from '../../terms/Terms.ts';
import { workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Say } from '../command/Say.ts';
import { example } from '../command/example.ts';
import { blocks, pairs } from '../terminal/format.ts';

export function listApprovals({ say, run }: CommandContext): Command {
  return new Command('approvals')
    .argument('<work>', say('cli.argument-work'))
    .description(say('cli.licence.approvals'))
    .addHelpText('after', example(say, 'lianpu licence approvals WORK'))
    .action(
      run(async (cli, id) => {
        const { licenceClient } = await import('../../sdk/licence.ts');
        const approvals = await licenceClient(await cli.open('reader')).approvals(workId(id));
        return { data: { approvals }, text: () => describeApprovals(approvals, say) };
      }),
    );
}

function describeApprovals(approvals: readonly Approval[], say: Say): string {
  if (approvals.length === 0) return say('cli.licence.no-approvals');
  return blocks(
    ...approvals.map(({ termsId, licensee, state, block }) =>
      pairs(
        [say('cli.licensee'), licensee],
        [say('cli.terms'), termsId],
        [say('cli.licence.state'), state],
        [say('cli.block'), `${block}`],
      ),
    ),
  );
}
