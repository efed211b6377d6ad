import type { DescribedWork } from '../work/Work.ts';
import { blocks, counted, inLanguage, listText, pairs, short, timeText } from './format.ts';
import { shareText } from '../values.ts';

export function showWork(work: DescribedWork): string {
  const { metadata, registered } = work;
  return blocks(
    headingOf(work),
    metadata?.description === undefined ? null : inLanguage(metadata.description),
    pairs(
      ['work', `${work.workId}`],
      ['creator', `${work.creator}${namesOf(work)}`],
      ['holder', work.owner],
      ['retained', listText(work.retained)],
      ['licensable', listText(work.ceiling)],
      ['holder may', listText(work.holderUses)],
      ['moral rights', listText(work.moralRights)],
      ['resale', shareText(work.resaleBps)],
      ['share alike', work.shareAlike ? 'yes' : null],
      ['AI', work.aiSummary],
      ['content', work.contentHash],
      ['', metadata === null ? null : `${metadata.content.mediaType}, ${metadata.content.bytes} bytes`],
      ['registered', `${timeText(registered.timestamp)}, block ${registered.block}`],
      ['transaction', registered.transaction],
    ),
    sourcesOf(work),
    metadata === null ? null : pairsOf('traits', Object.entries(metadata.traits).map(traitText)),
    pairsOf(
      'claims',
      metadata?.claims.map(({ trait, value, source }) => [trait, `${value} (${source})`]) ?? [],
    ),
  );
}

export function showWorks(works: readonly DescribedWork[], all: number): string {
  const last = works.at(-1);
  if (last === undefined) return 'no works';
  return blocks(
    ...works.map((work) => `${headingOf(work)} · ${short(work.creator)}\n  ${work.workId}`),
    works.length === all
      ? counted(all, 'work', 'works')
      : `${works.length} of ${counted(all, 'work', 'works')}; --after ${last.workId} lists what follows`,
  );
}

function headingOf({ kind, metadata }: DescribedWork): string {
  return `${metadata === null ? '(nobody brought what is said of it)' : inLanguage(metadata.title)} · ${kind}`;
}

function namesOf({ metadata }: DescribedWork): string {
  return metadata === null ? '' : ` (${listText(metadata.creators.map(({ name }) => inLanguage(name)))})`;
}

function sourcesOf({ metadata }: DescribedWork): string | null {
  const sources = metadata?.sources ?? [];
  return pairsOf(
    'made from',
    sources.map(({ workId, termsId }) => [`${workId}`, termsId ?? 'the creator’s own']),
  );
}

function traitText([name, value]: [string, unknown]): [string, string] {
  return [name, typeof value === 'string' ? value : JSON.stringify(value)];
}

function pairsOf(title: string, given: [string, string][]): string | null {
  if (given.length === 0) return null;
  return `${title}\n${pairs(...given).replace(/^/gm, '  ')}`;
}
