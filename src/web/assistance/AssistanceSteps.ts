import { h } from 'preact';
import { toSourceCode, type AssistanceStep } from '../../assistance/record/AssistanceStep.ts';
import { describeMeans, describeUse } from '../../assistance/record/describeStep.ts';
import { actorWords, oversightWords } from '../assistanceWords.ts';
import { spaced } from '../words.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { WorkLink } from '../dossier/WorkLink.ts';

/** How a work was made, step by step. */
export function AssistanceSteps({ steps, dossier }: { steps: readonly AssistanceStep[]; dossier: Dossier }) {
  return h(
    'ol',
    { class: 'steps' },
    steps.map((step, place) => h(Step, { key: place, step, dossier })),
  );
}

function Step({ step, dossier }: { step: AssistanceStep; dossier: Dossier }) {
  const { stage, actor, digitalSourceType, humanOversight, use, contribution, inputs } = step;
  const [means, facts] = [describeMeans(step), describeUse(use)];
  return h(
    'li',
    { class: actor, 'data-use': use.kind },
    h('h3', null, spaced(stage), ' ', h('span', { class: 'actor' }, actorWords[actor])),
    h('p', null, contribution),
    facts !== null && h('p', { class: 'use' }, facts),
    h(
      'p',
      { class: 'soft' },
      means === null ? null : `${means}; `,
      `${oversightWords[humanOversight]}; `,
      h('a', { href: digitalSourceType, rel: 'external' }, `IPTC: ${spaced(toSourceCode(step))}`),
    ),
    inputs.length > 0 &&
      h(
        'p',
        { class: 'soft' },
        'From ',
        inputs.map((workId, place) => [
          place === 0 ? '' : ', ',
          h(WorkLink, { key: `${workId}`, workId, dossier }),
        ]),
      ),
  );
}
