import { h, type ComponentChildren } from 'preact';
import { iptcBase, undeclared } from '../../work/digitalSourceTypes.ts';
import { hexId } from '../../kernel/values.ts';
import type { DescribedWork } from '../../work/Work.ts';
import { shareText } from '../../kernel/values.ts';
import { labelNames, type Label } from '../../work/Labels.ts';
import { counted } from '../parts/figures.ts';
import { Id } from '../parts/Id.ts';
import { Picture } from '../parts/Picture.ts';
import { LocalText, SecondText } from '../reader/LocalText.ts';
import { Title } from '../parts/Title.ts';
import { Uses } from '../parts/Uses.ts';
import { When } from '../parts/When.ts';
import { linkToGallery } from '../reader/route.ts';
import { kindWords, lengthText, moralWords, spaced } from '../words.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';

/** The picture, who made it, and what the creator keeps. */
export function WorkFacts({ dossier: { work, names } }: { dossier: Dossier }) {
  const { metadata } = work;
  return h(
    'div',
    { class: 'face' },
    h(Picture, { work, eager: true }),
    h(
      'div',
      null,
      h('p', { class: 'kind' }, h('a', { href: linkToGallery(work.kind) }, kindWords[work.kind].one)),
      h('h1', null, h(Title, { work })),
      metadata === null
        ? h('p', { class: 'soft' }, 'Nobody brought the description that the chain names by its hash.')
        : h('p', { class: 'second' }, h(SecondText, { texts: metadata.title })),
      metadata?.description !== undefined &&
        h('p', { class: 'description' }, h(LocalText, { texts: metadata.description })),
      h(
        'dl',
        { class: 'facts' },
        fact('Creator', h(Account, { account: work.creator, names, what: 'creator' })),
        fact('Holder', h(Account, { account: work.owner, names, what: 'holder' })),
        fact('Creator keeps', h(Uses, { uses: work.retained, none: 'nothing', kind: 'kept' })),
        fact('Can be licensed', h(Uses, { uses: work.ceiling, none: 'nothing' })),
        fact('The holder may', h(Uses, { uses: work.holderUses, none: 'nothing' })),
        work.labels.length > 0 && fact('Community’s labels', h(Labels, { labels: work.labels })),
        work.labelled &&
          work.labels.length === 0 &&
          fact('Community’s labels', 'A work it was made from stands under them.'),
        work.until !== null && fact('Licences hold until', h(When, { timestamp: work.until })),
        fact('Trade of the token', h(Regime, { work, names })),
        fact('Moral rights', h(MoralRights, { work })),
        fact('Made with', h(AiSummary, { work })),
        fact('Resale royalty', shareText(work.resaleBps)),
        work.registered !== null &&
          fact(
            'Registered',
            h(When, { timestamp: work.registered.timestamp }),
            ` in block ${work.registered.block.toLocaleString('en')}`,
          ),
        work.logged !== null &&
          fact('Logged', `Entry ${work.logged.index.toLocaleString('en')}, not minted yet`),
        fact('Work id', h(Id, { id: hexId(work.workId), what: 'work id' })),
        fact('SHA-256 of the file', h(Id, { id: work.contentHash, what: 'content hash' })),
      ),
    ),
  );
}

function fact(name: string, ...what: ComponentChildren[]) {
  return h('div', null, h('dt', null, name), h('dd', null, ...what));
}

function Labels({ labels }: { labels: readonly Label[] }) {
  return h(
    'ul',
    { class: 'bare' },
    labels.map((label) => h('li', { key: label }, `${label} · ${labelNames[label]}`)),
  );
}

function Regime({ work: { regime }, names }: { work: DescribedWork; names: Dossier['names'] }) {
  if (regime === null) return h('span', { class: 'soft' }, 'open');
  const { registrar, minHolding, maxTransfers } = regime;
  return h(
    'ul',
    { class: 'bare' },
    h('li', null, 'holders are attested by ', h(Account, { account: registrar, names, what: 'registrar' })),
    minHolding > 0 && h('li', null, `each keeps it at least ${lengthText(minHolding)}`),
    maxTransfers > 0 && h('li', null, `it is passed on at most ${counted(maxTransfers, 'time', 'times')}`),
  );
}

function MoralRights({ work: { moralRights } }: { work: DescribedWork }) {
  if (moralRights.length === 0) return h('span', { class: 'soft' }, 'none asserted');
  return h(
    'ul',
    { class: 'bare' },
    moralRights.map((right) => h('li', { key: right }, moralWords[right])),
  );
}

function AiSummary({ work: { aiSummary } }: { work: DescribedWork }) {
  if (aiSummary === undeclared) return h('span', { class: 'soft' }, 'not declared');
  return h('a', { href: `${iptcBase}${aiSummary}`, rel: 'external' }, spaced(aiSummary));
}
