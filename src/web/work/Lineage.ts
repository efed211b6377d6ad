import { h } from 'preact';
import { shareText } from '../../kernel/values.ts';
import type { Ancestor } from '../../trace/Trace.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { WorkLink } from '../dossier/WorkLink.ts';
import { Picture } from '../parts/Picture.ts';
import { Sentence } from '../reader/Sentence.ts';
import type { Say } from '../reader/texts.ts';
import { useReader } from '../reader/useReader.ts';

/** The works it came from, above it, and the works made from it, below. */
export function Lineage({ dossier }: { dossier: Dossier }) {
  const { say } = useReader();
  const { lineage } = dossier.trace;
  const generations = [...new Set(lineage.map(({ generation }) => generation))];
  return h(
    'section',
    { class: 'lineage' },
    h('h2', null, say('page.lineage')),
    lineage.length === 1
      ? h('p', { class: 'soft' }, say('page.lineage-none'))
      : h(
          'ol',
          { class: 'generations' },
          generations.map((generation) => h(Generation, { key: generation, generation, dossier })),
        ),
  );
}

function Generation({ generation, dossier }: { generation: number; dossier: Dossier }) {
  const { say } = useReader();
  const nodes = dossier.trace.lineage.filter((node) => node.generation === generation);
  return h(
    'li',
    { class: generation === 0 ? 'here' : undefined },
    h('h3', null, generationName(generation, say)),
    h(
      'ul',
      null,
      nodes.map((node) => h(Node, { key: `${node.workId}`, node, dossier })),
    ),
  );
}

function Node({ node, dossier }: { node: Ancestor; dossier: Dossier }) {
  const { say } = useReader();
  const work = dossier.relatives.get(node.workId);
  const creator = h(Account, { account: node.creator, names: dossier.names });
  return h(
    'li',
    { class: 'node' },
    work !== undefined && h(Picture, { work, beside: true, width: 160 }),
    h(
      'div',
      null,
      h('p', { class: 'name' }, h(WorkLink, { workId: node.workId, dossier })),
      work !== undefined && h('p', { class: 'soft' }, say(`names.kind-${work.kind}`)),
      h('p', { class: 'soft' }, h(Sentence, { id: 'page.lineage-by', parts: { creator } })),
      node.sources.map(({ workId, shareBps, absolute }) =>
        h(
          'p',
          { key: `${workId}`, class: 'gives' },
          h(Sentence, {
            id: absolute ? 'page.lineage-owes-absolute' : 'page.lineage-owes',
            parts: {
              share: h('span', { class: 'share' }, shareText(shareBps)),
              work: h(WorkLink, { workId, dossier }),
            },
          }),
        ),
      ),
    ),
  );
}

function generationName(generation: number, say: Say): string {
  if (generation === 0) return say('page.lineage-here');
  if (generation === -1) return say('page.lineage-sources');
  if (generation === 1) return say('page.lineage-derivatives');
  return generation < 0
    ? say('page.lineage-up', { count: -generation })
    : say('page.lineage-down', { count: generation });
}
