import { h } from 'preact';
import type { Ancestor } from '../../trace/Trace.ts';
import { hexId } from '../../kernel/values.ts';
import { shareText } from '../../kernel/values.ts';
import { short } from '../parts/figures.ts';
import { Picture } from '../parts/Picture.ts';
import { Title } from '../parts/Title.ts';
import { linkToWork } from '../reader/route.ts';
import { kindWords } from '../words.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { WorkLink } from '../dossier/WorkLink.ts';

/** The works it came from, above it, and the works made from it, below. */
export function Lineage({ dossier }: { dossier: Dossier }) {
  const { lineage } = dossier.trace;
  const generations = [...new Set(lineage.map(({ generation }) => generation))];
  return h(
    'section',
    { class: 'lineage' },
    h('h2', null, 'Lineage'),
    lineage.length === 1
      ? h('p', { class: 'soft' }, 'It was made from no other work here, and nothing was made from it.')
      : h(
          'ol',
          { class: 'generations' },
          generations.map((generation) => h(Generation, { key: generation, generation, dossier })),
        ),
  );
}

function Generation({ generation, dossier }: { generation: number; dossier: Dossier }) {
  const nodes = dossier.trace.lineage.filter((node) => node.generation === generation);
  return h(
    'li',
    { class: generation === 0 ? 'here' : undefined },
    h('h3', null, generationName(generation)),
    h(
      'ul',
      null,
      nodes.map((node) => h(Node, { key: `${node.workId}`, node, dossier })),
    ),
  );
}

function Node({ node, dossier }: { node: Ancestor; dossier: Dossier }) {
  const work = dossier.relatives.get(node.workId);
  const here = node.generation === 0;
  const name = work === undefined ? (node.title ?? `Work ${short(hexId(node.workId))}`) : h(Title, { work });
  return h(
    'li',
    { class: 'node' },
    work !== undefined && h(Picture, { work, beside: true, width: 160 }),
    h(
      'div',
      null,
      h('p', { class: 'name' }, here ? name : h('a', { href: linkToWork(node.workId) }, name)),
      work !== undefined && h('p', { class: 'soft' }, kindWords[work.kind].one),
      h(
        'p',
        { class: 'soft' },
        'by ',
        h(Account, { account: node.creator, names: dossier.names, what: 'creator' }),
      ),
      node.sources.map(({ workId, shareBps, absolute }) =>
        h(
          'p',
          { key: `${workId}`, class: 'gives' },
          h('span', { class: 'share' }, shareText(shareBps)),
          ' of its income to ',
          h(WorkLink, { workId, dossier }),
          absolute && ', and so does all that is made from it',
        ),
      ),
    ),
  );
}

function generationName(generation: number): string {
  if (generation === 0) return 'This work';
  if (generation === -1) return 'Made from';
  if (generation === 1) return 'Made from this work';
  return generation < 0 ? `${-generation} generations before` : `${generation} generations after`;
}
