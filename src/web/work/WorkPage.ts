import { h } from 'preact';
import { Assistance } from '../assistance/Assistance.ts';
import { CheckForm } from '../check/CheckForm.ts';
import { readDossier, type Dossier } from '../dossier/readDossier.ts';
import { Licences } from '../licence/Licences.ts';
import { Offers } from '../licence/Offers.ts';
import { Money } from '../money/Money.ts';
import { titleText } from '../parts/Title.ts';
import { useReader } from '../reader/useReader.ts';
import { useTitle } from '../reader/useTitle.ts';
import { Failure, Waiting } from '../service/Failure.ts';
import { useAnswer } from '../service/useAnswer.ts';
import { Lineage } from './Lineage.ts';
import { Traits } from './Traits.ts';
import { WorkFacts } from './WorkFacts.ts';

/** Everything about one work. */
export function WorkPage({ workId }: { workId: bigint }) {
  const { lianpu, language, say } = useReader();
  const [answer, again] = useAnswer(`${workId}`, () => readDossier(lianpu, workId));
  useTitle(answer.state === 'ready' ? titleText(answer.value.work, language, say) : say('page.work'));
  if (answer.state === 'waiting') return h(Waiting, { text: say('page.loading-work') });
  if (answer.state === 'failed') {
    return h(
      'div',
      null,
      h('h1', { class: 'unseen' }, say('page.work')),
      h(Failure, { error: answer.error, again }),
    );
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
