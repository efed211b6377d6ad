import { h } from 'preact';
import { Title, untitled } from '../parts/Title.ts';
import { linkToWork } from '../reader/route.ts';
import { useReader } from '../reader/useReader.ts';
import type { Dossier } from './readDossier.ts';

/** A work by its title, leading to its page unless that is this one. */
export function WorkLink({ workId, dossier }: { workId: bigint; dossier: Dossier }) {
  const { say } = useReader();
  const work = dossier.relatives.get(workId);
  const known = dossier.trace.lineage.find((one) => one.workId === workId)?.title;
  const name = work === undefined ? (known ?? untitled(workId, say)) : h(Title, { work });
  return workId === dossier.work.workId ? h('span', null, name) : h('a', { href: linkToWork(workId) }, name);
}
