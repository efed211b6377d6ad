import { shareText } from '../../kernel/values.ts';
import { labelNames } from '../../work/Labels.ts';
import type { DescribedWork } from '../../work/Work.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { Say } from '../command/Say.ts';
import { blocks, inLanguage, pairs, short, timeText } from '../terminal/format.ts';
import { blockWords, durationWords, listWords } from '../terminal/words.ts';

type Reader = Pick<CommandContext, 'say' | 'locale'>;

export function describeWork(work: DescribedWork, reader: Reader): string {
  const { say, locale } = reader;
  const { metadata } = work;
  return blocks(
    toHeading(work, reader),
    metadata?.description === undefined ? null : inLanguage(metadata.description, locale),
    pairs(...partyRows(work, reader), ...rightsRows(work, say), ...recordRows(work, say)),
    section(
      say('cli.work.sources'),
      (metadata?.sources ?? []).map(({ workId, termsId }) => [
        `${workId}`,
        termsId ?? say('cli.work.sources-own'),
      ]),
    ),
    section(say('cli.work.traits'), Object.entries(metadata?.traits ?? {}).map(traitRow)),
    section(
      say('cli.work.sourced-traits'),
      (metadata?.claims ?? []).map(({ trait, value, source }) => [trait, `${value} (${source})`]),
    ),
  );
}

export function describeWorks(works: readonly DescribedWork[], all: number, reader: Reader): string {
  const { say } = reader;
  const last = works.at(-1);
  if (last === undefined) return say('cli.work.list-none');
  return blocks(
    ...works.map((work) => `${toHeading(work, reader)} · ${short(work.creator)}\n  ${work.workId}`),
    works.length === all
      ? say('cli.work.list-all', { all })
      : say('cli.work.list-some', { count: works.length, all, last: `${last.workId}` }),
  );
}

type Row = [name: string, value: string | null];

function toHeading({ kind, metadata }: DescribedWork, { say, locale }: Reader): string {
  return `${metadata === null ? say('cli.work.no-metadata') : inLanguage(metadata.title, locale)} · ${kind}`;
}

function partyRows({ workId, creator, owner, metadata }: DescribedWork, { say, locale }: Reader): Row[] {
  const names = (metadata?.creators ?? []).map(({ name }) => inLanguage(name, locale));
  return [
    [say('cli.work'), `${workId}`],
    [say('cli.work.creator'), names.length === 0 ? creator : `${creator} (${names.join(', ')})`],
    [say('cli.holder'), owner],
  ];
}

function rightsRows(work: DescribedWork, say: Say): Row[] {
  const { labels, labelled, until } = work;
  const named = labels.map((label) => `${label} ${labelNames[label]}`);
  return [
    [say('cli.work.retained'), listWords(say, work.retained)],
    [say('cli.work.licensable'), listWords(say, work.ceiling)],
    [say('cli.work.holder-uses'), listWords(say, work.holderUses)],
    [say('cli.work.moral-rights'), listWords(say, work.moralRights)],
    [say('cli.work.resale'), shareText(work.resaleBps)],
    [say('cli.work.labels'), named.length === 0 ? null : named.join('; ')],
    [say('cli.work.conditions'), labelled && named.length === 0 ? say('cli.work.conditions-source') : null],
    [say('cli.work.regime'), regimeText(work, say)],
    [say('cli.work.expires'), until === null ? null : timeText(until)],
    [say('cli.work.share-alike'), work.shareAlike ? say('cli.yes') : null],
  ];
}

function recordRows(work: DescribedWork, say: Say): Row[] {
  const { registered, logged, metadata } = work;
  const content = metadata?.content;
  return [
    [say('cli.work.metadata'), work.frozen ? say('cli.work.metadata-frozen') : null],
    [say('cli.work.ai'), work.aiSummary],
    [say('cli.work.content'), work.contentHash],
    [
      say('cli.work.file'),
      content === undefined
        ? null
        : say('cli.work.file-type', { type: content.mediaType, bytes: content.bytes }),
    ],
    [
      say('cli.work.registered'),
      registered === null
        ? null
        : blockWords(say, { number: registered.block, timestamp: registered.timestamp }),
    ],
    [say('cli.transaction'), registered?.transaction ?? null],
    [
      say('cli.log'),
      logged === null ? null : say('cli.work.logged', { index: `${logged.index}`, author: logged.author }),
    ],
    [say('cli.work.offered'), logged?.termsId ?? null],
    [say('cli.work.minted-from'), vouchedText(work, say)],
  ];
}

/** How the token may be traded; null if freely. */
function regimeText({ regime }: DescribedWork, say: Say): string | null {
  if (regime === null) return null;
  const { registrar, minHolding, maxTransfers } = regime;
  return [
    say('cli.work.regime-registrar', { registrar }),
    ...(minHolding === 0
      ? []
      : [say('cli.work.regime-holding', { duration: durationWords(say, minHolding) })]),
    ...(maxTransfers === 0 ? [] : [say('cli.work.regime-transfers', { count: maxTransfers })]),
  ].join('; ');
}

/** The log entry a work was minted from; null if it was registered without the log. */
function vouchedText({ vouched }: DescribedWork, say: Say): string | null {
  if (vouched === null) return null;
  const { author, index, signed } = vouched;
  return signed
    ? say('cli.work.minted-signed', { index: `${index}` })
    : say('cli.work.minted-vouched', { index: `${index}`, author });
}

function traitRow([name, value]: [string, unknown]): Row {
  return [name, typeof value === 'string' ? value : JSON.stringify(value)];
}

function section(title: string, rows: Row[]): string | null {
  return rows.length === 0 ? null : `${title}\n${pairs(...rows).replace(/^/gm, '  ')}`;
}
