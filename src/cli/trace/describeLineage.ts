import type { WorkTrace } from '../../trace/Trace.ts';
import { shareText, zeroHash } from '../../kernel/values.ts';
import type { Say } from '../command/Say.ts';
import { short, table } from '../terminal/format.ts';

type Source = WorkTrace['lineage'][number]['sources'][number];

/** A work's sources and derivatives by generation, with what each owes its sources. */
export async function describeLineage({ work, lineage }: WorkTrace, say: Say): Promise<string> {
  const head = [
    say('cli.trace.lineage-generation'),
    say('cli.trace.lineage-title'),
    say('cli.work'),
    say('cli.trace.lineage-creator'),
    say('cli.trace.lineage-owes'),
  ];
  const rows = lineage.map(({ workId, generation, title, creator, sources }) => {
    const named = title ?? say('cli.trace.untitled');
    return [
      generation > 0 ? `+${generation}` : generation,
      workId === work.workId ? say('cli.trace.lineage-this', { title: named }) : named,
      short(workId),
      short(creator),
      sources.length === 0 ? say('cli.none') : sources.map((source) => owedText(source, say)).join(', '),
    ];
  });
  return await table(head, rows);
}

function owedText({ workId, shareBps, absolute, termsId }: Source, say: Say): string {
  const values = { share: shareText(shareBps), workId: short(workId) };
  const owed = absolute ? say('cli.trace.owes-absolute', values) : say('cli.trace.owes', values);
  return termsId === zeroHash ? say('cli.trace.owes-own', { owed }) : owed;
}
