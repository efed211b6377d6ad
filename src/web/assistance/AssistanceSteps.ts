import { h } from 'preact';
import { toSourceCode, type AssistanceStep } from '../../assistance/record/AssistanceStep.ts';
import { productsMessage, stepUseMessage } from '../../assistance/words/stepMessages.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { WorkLink } from '../dossier/WorkLink.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';

/** How a work was made, step by step. */
export function AssistanceSteps({ steps, dossier }: { steps: readonly AssistanceStep[]; dossier: Dossier }) {
  return h(
    'ol',
    { class: 'steps' },
    steps.map((step, place) => h(Step, { key: place, step, dossier })),
  );
}

function Step({ step, dossier }: { step: AssistanceStep; dossier: Dossier }) {
  const { say } = useReader();
  const { stage, actor, digitalSourceType, humanOversight, use, contribution, inputs } = step;
  const [products, facts] = [productsMessage(step), stepUseMessage(use)];
  const type = say(`names.source-${toSourceCode(step)}`);
  return h(
    'li',
    { class: actor, 'data-use': use.kind },
    h(
      'h3',
      null,
      say(`assistance.stage-${stage}`),
      ' ',
      h('span', { class: 'actor' }, say(`assistance.actor-${actor}`)),
    ),
    h('p', null, contribution),
    facts !== null && h('p', { class: 'use' }, say(facts.id, facts.values)),
    h(
      'p',
      { class: 'soft' },
      products !== null && [say(products.id, products.values), ' · '],
      say(`assistance.oversight-${humanOversight}`),
      ' · ',
      h('a', { href: digitalSourceType, rel: 'external' }, say('page.iptc', { type })),
    ),
    inputs.length > 0 &&
      h(
        'p',
        { class: 'soft' },
        h(Sentence, {
          id: 'page.assistance-inputs',
          parts: {
            works: h(
              'span',
              null,
              inputs.map((workId, place) => [
                place > 0 && ', ',
                h(WorkLink, { key: `${workId}`, workId, dossier }),
              ]),
            ),
          },
        }),
      ),
  );
}
