import { h } from 'preact';
import { useEffect } from 'preact/hooks';
import { Failure, Waiting } from '../service/Failure.ts';
import { titleText } from '../parts/Title.ts';
import { useReader } from '../reader/useReader.ts';
import { useAnswer } from '../service/useAnswer.ts';
import { Assistance } from '../assistance/Assistance.ts';
import { CheckForm } from '../check/CheckForm.ts';
import { WorkFacts } from './WorkFacts.ts';
import { Licences } from '../licence/Licences.ts';
import { Lineage } from './Lineage.ts';
import { Money } from '../money/Money.ts';
import { Offers } from '../licence/Offers.ts';
import { readDossier, type Dossier } from '../dossier/readDossier.ts';
import { Traits } from './Traits.ts';

/** Everything about one work. */
export function WorkPage({ workId }: { workId: bigint }) {
  const { lianpu, language } = useReader();
  const [answer, again] = useAnswer(`${workId}`, () => readDossier(lianpu, workId));
  const title = answer.state === 'ready' ? titleText(answer.value.work, language) : 'A work';
  useEffect(() => {
    document.title = `${title} · Lianpu`;
  }, [title]);
  if (answer.state === 'waiting') return h(Waiting, { what: 'the work, its lineage and its payments' });
  if (answer.state === 'failed') {
    return h('div', null, h('h1', { class: 'unseen' }, 'A work'), h(Failure, { error: answer.error, again }));
  }
  return h(Sections, { dossier: answer.value });
}

function Sections({ dossier }: { dossier: Dossier }) {
  return h(
    'article',
    { class: 'work' },
    h(WorkFacts, { dossier }),
    h('div', { class: 'pair' }, h(CheckForm, { dossier }), h(Offers, { dossier })),
    h(Traits, { work: dossier.work }),
    h(Lineage, { dossier }),
    h(Assistance, { dossier }),
    h(Money, { dossier }),
    h(Licences, { dossier }),
  );
}
