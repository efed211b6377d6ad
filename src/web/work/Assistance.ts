import { h } from 'preact';
import type { LoggedAssistance } from '../../assistance/Assistance.ts';
import { sourceCodeOf, type AssistanceStep } from '../../assistance/AssistanceStep.ts';
import { describeMeans, describeUse } from '../../assistance/describeStep.ts';
import { Id } from '../parts/Id.ts';
import { When } from '../parts/When.ts';
import { actorWords, oversightWords } from '../assistanceWords.ts';
import { spaced } from '../words.ts';
import { Account } from './Account.ts';
import { AssistanceSummary } from './AssistanceSummary.ts';
import type { Dossier } from './readDossier.ts';
import { WorkLink } from './WorkLink.ts';

/** What people did and what AI did, step by step, as the creator signed it. */
export function Assistance({ dossier }: { dossier: Dossier }) {
  const { assistance } = dossier.trace;
  return h(
    'section',
    { class: 'assistance' },
    h('h2', null, 'How it was made'),
    assistance.length === 0 && h('p', { class: 'soft' }, 'The creator has not declared who did what.'),
    assistance.map((logged) =>
      h(
        'div',
        { key: logged.index },
        h(AssistanceSummary, { summary: logged.record.summary }),
        h(
          'ol',
          { class: 'steps' },
          logged.record.steps.map((step, place) => h(Step, { key: place, step, dossier })),
        ),
        h(Signed, { logged, dossier }),
      ),
    ),
  );
}

function Step({ step, dossier }: { step: AssistanceStep; dossier: Dossier }) {
  const { stage, actor, digitalSourceType, humanOversight, use, contribution, inputs } = step;
  const [means, facts] = [describeMeans(step), describeUse(use)];
  return h(
    'li',
    { class: actor },
    h('h3', null, spaced(stage), ' ', h('span', { class: 'actor' }, actorWords[actor])),
    h('p', null, contribution),
    facts === null ? null : h('p', { class: 'use' }, facts),
    h(
      'p',
      { class: 'soft' },
      means === null ? null : `${means}; `,
      `${oversightWords[humanOversight]}; `,
      h('a', { href: digitalSourceType, rel: 'external' }, `IPTC: ${spaced(sourceCodeOf(step))}`),
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

function Signed({ logged, dossier }: { logged: LoggedAssistance; dossier: Dossier }) {
  const { record, index, leafHash, anchor } = logged;
  return h(
    'p',
    { class: 'soft signed' },
    'Signed by ',
    h(Account, { account: record.author, names: dossier.names, what: 'author' }),
    ', ',
    h(When, { timestamp: record.stated }),
    '. ',
    h('a', { href: `/v1/log/${index}` }, `Log entry ${index}`),
    ' ',
    h(Id, { id: leafHash, what: 'leaf hash' }),
    anchor === null
      ? ', not anchored on the chain yet.'
      : `, anchored on the chain in block ${anchor.block.toLocaleString('en')}.`,
  );
}
