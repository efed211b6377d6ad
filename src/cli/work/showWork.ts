import type { DescribedWork } from '../../work/Work.ts';
import { labelNames, type Label } from '../../work/Labels.ts';
import {
  blocks,
  counted,
  durationText,
  inLanguage,
  listText,
  pairs,
  short,
  timeText,
} from '../terminal/format.ts';
import { shareText } from '../../kernel/values.ts';

export function showWork(work: DescribedWork): string {
  const { metadata, registered, logged } = work;
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
      ['labels', work.labels.length === 0 ? null : work.labels.map(labelText).join('; ')],
      ['conditions', work.labelled && work.labels.length === 0 ? 'of a community, by a source' : null],
      ['trade', regimeText(work)],
      ['licensable until', work.until === null ? null : timeText(work.until)],
      ['metadata', work.frozen ? 'frozen' : null],
      ['share alike', work.shareAlike ? 'yes' : null],
      ['AI', work.aiSummary],
      ['content', work.contentHash],
      ['', metadata === null ? null : `${metadata.content.mediaType}, ${metadata.content.bytes} bytes`],
      [
        'registered',
        registered === null ? null : `${timeText(registered.timestamp)}, block ${registered.block}`,
      ],
      ['transaction', registered?.transaction ?? null],
      ['log', logged === null ? null : `entry ${logged.index} by ${logged.author}; not minted yet`],
      ['offered', logged?.termsId ?? null],
      ['minted from', vouchedText(work)],
    ),
    sourcesOf(work),
    metadata === null ? null : pairsOf('traits', Object.entries(metadata.traits).map(traitText)),
    pairsOf(
      'claims',
      metadata?.claims.map(({ trait, value, source }) => [trait, `${value} (${source})`]) ?? [],
    ),
  );
}

function labelText(label: Label): string {
  return `${label} ${labelNames[label]}`;
}

/** How the token may be traded; nothing where it is open. */
function regimeText({ regime }: DescribedWork): string | null {
  if (regime === null) return null;
  const { registrar, minHolding, maxTransfers } = regime;
  return [
    `holders attested by ${registrar}`,
    ...(minHolding === 0 ? [] : [`kept for ${durationText(minHolding)} at least`]),
    ...(maxTransfers === 0 ? [] : [`passed on ${counted(maxTransfers, 'time', 'times')} at most`]),
  ].join(', ');
}

/** Whose word it was minted by; nothing where it was registered without the log. */
function vouchedText({ vouched }: DescribedWork): string | null {
  if (vouched === null) return null;
  const { author, index, signed } = vouched;
  return `entry ${index}, ${signed ? 'signed by the creator' : `on the word of the operator ${author}`}`;
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
