import { h, type ComponentChildren } from 'preact';
import { hexId, shareText } from '../../kernel/values.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { Id } from '../parts/Id.ts';
import { Picture } from '../parts/Picture.ts';
import { Title } from '../parts/Title.ts';
import { Uses } from '../parts/Uses.ts';
import { When } from '../parts/When.ts';
import { LocalText, SecondText } from '../reader/LocalText.ts';
import { linkToGallery } from '../reader/route.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';
import { Labels, MoralRights, SourceType, Trade } from './FactValues.ts';

/** The picture, who made the work, and what its creator retains. */
export function WorkFacts({ dossier }: { dossier: Dossier }) {
  const { say } = useReader();
  const { work } = dossier;
  const { metadata } = work;
  return h(
    'div',
    { class: 'face' },
    h(Picture, { work, eager: true }),
    h(
      'div',
      null,
      h('p', { class: 'kind' }, h('a', { href: linkToGallery(work.kind) }, say(`names.kind-${work.kind}`))),
      h('h1', null, h(Title, { work })),
      metadata === null
        ? h('p', { class: 'soft' }, say('page.metadata-missing'))
        : h('p', { class: 'second' }, h(SecondText, { texts: metadata.title })),
      metadata?.description !== undefined &&
        h('p', { class: 'description' }, h(LocalText, { texts: metadata.description })),
      h(Facts, { dossier }),
    ),
  );
}

function Facts({ dossier: { work, names } }: { dossier: Dossier }) {
  const { say } = useReader();
  const { registered, logged } = work;
  return h(
    'dl',
    { class: 'facts' },
    fact(say('page.creator'), h(Account, { account: work.creator, names })),
    fact(say('page.holder'), h(Account, { account: work.owner, names })),
    fact(say('page.retained'), h(Uses, { uses: work.retained, kind: 'kept' })),
    fact(say('page.licensable'), h(Uses, { uses: work.ceiling })),
    fact(say('page.holder-uses'), h(Uses, { uses: work.holderUses })),
    (work.labelled || work.labels.length > 0) && fact(say('page.labels'), h(Labels, { labels: work.labels })),
    work.until !== null && fact(say('page.expires'), h(When, { timestamp: work.until })),
    fact(say('page.trade'), h(Trade, { work, names })),
    fact(say('page.moral-rights'), h(MoralRights, { work })),
    fact(say('page.source-type'), h(SourceType, { work })),
    fact(say('page.resale'), shareText(work.resaleBps)),
    registered !== null &&
      fact(
        say('page.registered'),
        h(Sentence, {
          id: 'page.registered-at',
          values: { block: registered.block },
          parts: { time: h(When, { timestamp: registered.timestamp }) },
        }),
      ),
    logged !== null && fact(say('page.logged'), say('page.logged-at', { index: logged.index })),
    fact(say('page.work-id'), h(Id, { id: hexId(work.workId), name: say('page.id-work') })),
    fact(say('page.content-hash'), h(Id, { id: work.contentHash, name: say('page.id-content') })),
  );
}

function fact(name: string, what: ComponentChildren) {
  return h('div', null, h('dt', null, name), h('dd', null, what));
}
