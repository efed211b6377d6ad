import { h } from 'preact';
import type { Decision } from '../../check/Decision.ts';
import { conditionMessage } from '../../check/words/conditionMessage.ts';
import { factMessage } from '../../check/words/factMessage.ts';
import { reasonMessage } from '../../check/words/reasonMessage.ts';
import { message } from '../../messages/Message.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { WorkLink } from '../dossier/WorkLink.ts';
import { short } from '../parts/figures.ts';
import { When } from '../parts/When.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useFormat } from '../reader/useFormat.ts';
import { useReader } from '../reader/useReader.ts';
import { checkTexts } from './checkTexts.ts';
import { DutyList } from './DutyList.ts';
import { Trail } from './Trail.ts';
import { WayList } from './WayList.ts';

/** An answer to "may I?", with all that it stands on. */
export function DecisionBox({ decision, dossier }: { decision: Decision; dossier: Dossier }) {
  const { say } = useReader();
  const format = useFormat(checkTexts);
  const { verdict, reason, duties, until, offers, missing, conditions, trail } = decision;
  const permitted = verdict === 'permitted' || verdict === 'permitted-with-duties';
  const facts = missing.map(factMessage);
  return h(
    'div',
    { class: `verdict ${verdict}` },
    h('p', { class: 'word' }, format(message(`check.verdict-${verdict}`))),
    h('p', null, format(reasonMessage(decision))),
    h(Upstream, { decision, dossier }),
    missing.length > 0 &&
      h('p', { 'data-missing': missing.join(' ') }, format(message('page.answer-missing', { facts }))),
    verdict === 'denied' &&
      conditions.length > 0 &&
      h(
        'ul',
        { class: 'conditions' },
        conditions.map((one) => h('li', { key: one.what }, format(conditionMessage(one)))),
      ),
    duties.length > 0 && h(DutyList, { duties }),
    permitted &&
      h(
        'p',
        null,
        until === null
          ? say('page.answer-no-expiry')
          : h(Sentence, { id: 'page.answer-expires', parts: { time: h(When, { timestamp: until }) } }),
      ),
    offers.length > 0 && h(WayList, { offers, dossier }),
    trail !== undefined && h(Trail, { steps: trail }),
    h('p', { class: 'soft ground', 'data-reason': reason }, h(Ground, { decision })),
  );
}

/** The work up the lineage that decided, if it was one. */
function Upstream({ decision: { ground }, dossier }: { decision: Decision; dossier: Dossier }) {
  const { generation, workId } = ground;
  if (generation === 0 || workId === null) return null;
  const parts = { work: h(WorkLink, { workId, dossier }) };
  return h('p', null, h(Sentence, { id: 'page.answer-upstream', values: { count: generation }, parts }));
}

/** The reason's page, the clause that decided and the block it was decided at. */
function Ground({ decision: { reason, page, clause, block } }: { decision: Decision }) {
  return h(Sentence, {
    id: 'page.answer-reason',
    values: { block: block.number },
    parts: {
      reason: h('a', { href: page }, reason),
      clause: h('code', { title: clause }, clause.replace(/0x[0-9a-f]{64}/g, short)),
      time: h(When, { timestamp: block.timestamp }),
    },
  });
}
