import { h } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Decision } from '../../check/Decision.ts';
import type { Duty } from '../../check/duties/Duty.ts';
import type { TrailStep } from '../../check/TrailStep.ts';
import { conditionMessage } from '../../check/words/conditionMessage.ts';
import { dutyMessage } from '../../check/words/dutyMessage.ts';
import { reasonMessage } from '../../check/words/reasonMessage.ts';
import { trailMessage } from '../../check/words/trailMessage.ts';
import { native } from '../../kernel/values.ts';
import type { Format } from '../../messages/createFormat.ts';
import { formatChecks } from '../../messages/formatChecks.ts';
import { message } from '../../messages/Message.ts';
import { createMoney } from '../../terms/words/Money.ts';
import { short } from '../parts/figures.ts';
import { Amount } from '../parts/Amount.ts';
import { LocalText } from '../reader/LocalText.ts';
import { When } from '../parts/When.ts';
import { useCurrency } from '../service/useCurrency.ts';
import { factWords, lengthText } from '../words.ts';
import { goToOffer, offerAnchor } from '../licence/offerAnchor.ts';
import type { Dossier } from '../dossier/readDossier.ts';

/** An answer to "may I?", with all that it stands on. */
export function DecisionBox({ decision, dossier }: { decision: Decision; dossier: Dossier }) {
  const { verdict, reason, clause, ground, duties, until, offers, block, missing, conditions, page } =
    decision;
  const { generation, workId } = ground;
  const format = useMemo(() => formatChecks(), []);
  return h(
    'div',
    { class: `verdict ${verdict}` },
    h('p', { class: 'word' }, format(message(`check.verdict-${verdict}`))),
    h('p', null, format(reasonMessage(decision))),
    generation > 0 &&
      workId !== null &&
      h(
        'p',
        null,
        `It comes from ${generation} ${generation === 1 ? 'generation' : 'generations'} up: `,
        h('a', { href: `#/works/${workId}` }, `work ${short(`${workId}`)}`),
        '.',
      ),
    missing.length > 0 &&
      h(
        'p',
        { 'data-missing': missing.join(' ') },
        `Say more to get an answer: ${missing.map((name) => factWords[name] ?? name).join(', ')}.`,
      ),
    verdict === 'denied' &&
      conditions.length > 0 &&
      h(
        'ul',
        { class: 'conditions' },
        conditions.map((one) => h('li', { key: one.what }, format(conditionMessage(one)))),
      ),
    duties.length > 0 &&
      h(
        'div',
        null,
        h('p', { class: 'soft' }, 'What you have to do:'),
        h(
          'ul',
          null,
          duties.map((duty) => h(DutyItem, { key: `${duty.duty}${duty.workId}`, duty, format })),
        ),
      ),
    until !== null &&
      h(
        'p',
        null,
        verdict === 'denied' ? 'It held until ' : 'It holds until ',
        h(When, { timestamp: until }),
        '.',
      ),
    offers.length > 0 &&
      h(
        'div',
        null,
        h('p', { class: 'soft' }, 'Offers that would permit it:'),
        h(
          'ul',
          null,
          offers.map(({ termsId, price, currency, duration, needsApproval }) => {
            const title = dossier.termsTitles.get(termsId);
            const link = {
              href: `#${offerAnchor(termsId)}`,
              onClick: (event: Event) => goToOffer(event, termsId),
            };
            return h(
              'li',
              { key: termsId },
              h('a', link, title === undefined ? `Terms ${short(termsId)}` : h(LocalText, { texts: title })),
              ', ',
              price === 0n ? 'free' : h(Amount, { amount: price, currency }),
              duration === 0 ? '' : ` for ${lengthText(duration)}`,
              needsApproval && ', after the creator approved you',
            );
          }),
        ),
      ),
    decision.trail !== undefined && h(Trail, { steps: decision.trail, format }),
    h(
      'p',
      { class: 'soft ground', 'data-reason': reason },
      'Reason ',
      h('a', { href: page }, reason),
      ', clause ',
      h('code', { title: clause }, clause.replace(/0x[0-9a-f]{64}/g, short)),
      `, true at block ${block.number.toLocaleString('en')}, `,
      h(When, { timestamp: block.timestamp }),
      '.',
    ),
  );
}

function DutyItem({ duty, format }: { duty: Duty; format: Format<'check' | 'terms'> }) {
  const currency = useCurrency(duty.currency ?? native);
  const text = format(
    dutyMessage(
      duty,
      createMoney(() => currency),
    ),
  );
  return h('li', { 'data-duty': duty.duty }, shortened(text));
}

/** What the check found, in order. */
function Trail({ steps, format }: { steps: readonly TrailStep[]; format: Format<'check' | 'terms'> }) {
  return h(
    'details',
    { class: 'trail' },
    h('summary', null, 'How this was decided'),
    h(
      'ol',
      null,
      steps.map((step, at) => h(Step, { key: at, step, format })),
    ),
  );
}

function Step({ step, format }: { step: TrailStep; format: Format<'check' | 'terms'> }) {
  const currency = useCurrency('currency' in step.values ? step.values.currency : native);
  const text = format(
    trailMessage(
      step,
      createMoney(() => currency),
    ),
  );
  return h('li', { 'data-then': step.then }, shortened(text));
}

/** Ids and hashes with their middle left out. */
function shortened(text: string): string {
  return text.replace(/0x[0-9a-f]{40,64}|\b\d{30,78}\b/g, short);
}
