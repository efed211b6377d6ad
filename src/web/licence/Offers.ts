import { h } from 'preact';
import type { Offer } from '../../terms/Terms.ts';
import { shareText } from '../../kernel/values.ts';
import { Amount } from '../parts/Amount.ts';
import { Id } from '../parts/Id.ts';
import { LocalText } from '../reader/LocalText.ts';
import { Uses } from '../parts/Uses.ts';
import { flagWords, lengthText } from '../words.ts';
import { TermsText } from './TermsText.ts';
import { offerAnchor } from './offerAnchor.ts';
import type { Dossier } from '../dossier/readDossier.ts';

/** What is offered, at what price and with what duties. */
export function Offers({ dossier }: { dossier: Dossier }) {
  const { offers } = dossier.trace;
  return h(
    'section',
    { class: 'offers' },
    h('h2', null, 'Offers'),
    offers.length === 0 && h('p', { class: 'soft' }, 'The creator offers no licence of this work.'),
    h(
      'ul',
      null,
      [...offers]
        .sort((a, b) => Number(b.open) - Number(a.open))
        .map((offer) => h(OneOffer, { key: offer.termsId, offer, dossier })),
    ),
  );
}

function OneOffer({ offer, dossier }: { offer: Offer; dossier: Dossier }) {
  const { terms, termsId, uses, passOn, flags, open } = offer;
  const title = dossier.termsTitles.get(termsId);
  return h(
    'li',
    { id: offerAnchor(termsId), class: open ? undefined : 'withdrawn', tabIndex: -1 },
    h('h3', null, title === undefined ? 'Terms' : h(LocalText, { texts: title }), !open && ' (withdrawn)'),
    h(
      'p',
      { class: 'price' },
      terms.price === 0n ? 'Free' : h(Amount, { amount: terms.price, currency: terms.currency }),
      h(
        'span',
        { class: 'soft' },
        ` ${terms.duration === 0 ? 'without end' : `for ${lengthText(terms.duration)}`}`,
      ),
    ),
    h('div', null, h(Uses, { uses, none: 'no use' })),
    h(
      'ul',
      { class: 'duties' },
      terms.revenueShareBps > 0 &&
        h('li', null, `pay ${shareText(terms.revenueShareBps)} of the revenue from the use`),
      flags.map((flag) => h('li', { key: flag }, flagWords[flag])),
      terms.cap > 0 && h('li', null, `at most ${terms.cap.toLocaleString('en')} licences are sold`),
    ),
    passOn.length > 0 &&
      h(
        'div',
        { class: 'passes' },
        h('span', { class: 'soft' }, 'A derivative may license'),
        h(Uses, { uses: passOn, none: '' }),
      ),
    h(TermsText, { termsId }),
    h(
      'p',
      { class: 'soft' },
      'Terms ',
      h(Id, { id: termsId, what: 'terms id' }),
      ' ',
      h('a', { href: `/v1/files/${terms.documentHash}` }, 'in full (ODRL)'),
    ),
  );
}
