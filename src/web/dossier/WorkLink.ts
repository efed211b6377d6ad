import { h } from 'preact';
import { hexId } from '../../kernel/values.ts';
import { short } from '../parts/figures.ts';
import { Title } from '../parts/Title.ts';
import { linkToWork } from '../reader/route.ts';
import type { Dossier } from './readDossier.ts';

/** A work by its title, leading to its page unless that is this one. */
export function WorkLink({ workId, dossier }: { workId: bigint; dossier: Dossier }) {
  const work = dossier.relatives.get(workId);
  const known = dossier.trace.lineage.find((one) => one.workId === workId)?.title;
  const name = work === undefined ? (known ?? `work ${short(hexId(workId))}`) : h(Title, { work });
  return workId === dossier.work.workId ? h('span', null, name) : h('a', { href: linkToWork(workId) }, name);
}
