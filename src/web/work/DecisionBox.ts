import { h } from 'preact';
import type { Decision, Duty } from '../../licence/Decision.ts';
import { shareText } from '../../values.ts';
import { short } from '../amounts.ts';
import { Say } from '../parts/Say.ts';
import { When } from '../parts/When.ts';
import { breachWords, reasonWords, verdictWords } from '../words.ts';
import { goToOffer, offerAnchor } from './offerAnchor.ts';
import type { Dossier } from './readDossier.ts';

/** An answer to "may I?", with all that it stands on. */
export function DecisionBox({ decision, dossier }: { decision: Decision; dossier: Dossier }) {
  const { verdict, reason, clause, duties, until, offers, block } = decision;
  return h(
    'div',
    { class: `verdict ${verdict}` },
    h('p', { class: 'word' }, verdictWords[verdict]),
    h('p', null, reasonWords[reason]),
    duties.length > 0 &&
      h(
        'div',
        null,
        h('p', { class: 'soft' }, 'What you have to do:'),
        h(
          'ul',
          null,
          duties.map((duty) => h('li', { key: duty.duty, 'data-duty': duty.duty }, dutyText(duty))),
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
          offers.map((termsId) => {
            const title = dossier.termsTitles.get(termsId);
            const link = {
              href: `#${offerAnchor(termsId)}`,
              onClick: (event: Event) => goToOffer(event, termsId),
            };
            return h(
              'li',
              { key: termsId },
              h('a', link, title === undefined ? `Terms ${short(termsId)}` : h(Say, { texts: title })),
            );
          }),
        ),
      ),
    h(
      'p',
      { class: 'soft ground', 'data-reason': reason },
      `Reason ${reason}, clause `,
      h('code', { title: clause }, clause.replace(/0x[0-9a-f]{64}/g, short)),
      `, true at block ${block.number.toLocaleString('en')}, `,
      h(When, { timestamp: block.timestamp }),
      '.',
    ),
  );
}

function dutyText(duty: Duty): string {
  switch (duty.duty) {
    case 'attribute':
      return 'name the creator';
    case 'share-alike':
      return 'offer what you make under share-alike terms';
    case 'disclose-ai':
      return 'say what AI did for the work';
    case 'non-commercial':
      return 'use it only for what is not for gain';
    case 'read-terms':
      return 'find the document of the terms and do what it asks: nobody has brought it here';
    case 'cure-breach':
      return `cure what the creator recorded: ${breachWords[duty.breach]}. After ${new Date(duty.until * 1000).toISOString().slice(0, 10)} the licence may be revoked`;
    case 'report-and-pay':
      return `report the revenue from the use and pay ${shareText(duty.revenueShareBps)} of it`;
  }
}
