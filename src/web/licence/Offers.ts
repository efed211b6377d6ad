import { h } from 'preact';
import { shareText } from '../../kernel/values.ts';
import type { Offer } from '../../terms/Terms.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { Amount } from '../parts/Amount.ts';
import { durationText } from '../parts/durationText.ts';
import { Id } from '../parts/Id.ts';
import { Uses } from '../parts/Uses.ts';
import { LocalText } from '../reader/LocalText.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';
import { offerAnchor } from './offerAnchor.ts';
import { TermsText } from './TermsText.ts';

/** What is offered, at what price and with what duties; open offers first. */
export function Offers({ dossier }: { dossier: Dossier }) {
  const { say } = useReader();
  const { offers } = dossier.trace;
  return h(
    'section',
    { class: 'offers' },
    h('h2', null, say('page.offers')),
    offers.length === 0 && h('p', { class: 'soft' }, say('page.offers-none')),
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
  const { say } = useReader();
  const { terms, termsId, uses, passOn, open } = offer;
  const known = dossier.termsTitles.get(termsId);
  const title = known === undefined ? say('page.offer-terms') : h(LocalText, { texts: known });
  return h(
    'li',
    { id: offerAnchor(termsId), class: open ? undefined : 'withdrawn', tabIndex: -1 },
    h('h3', null, open ? title : h(Sentence, { id: 'page.offer-withdrawn', parts: { title } })),
    h(
      'p',
      { class: 'price' },
      terms.price === 0n
        ? say('page.offer-free')
        : h(Amount, { amount: terms.price, currency: terms.currency }),
      ' ',
      h(
        'span',
        { class: 'soft' },
        terms.duration === 0
          ? say('page.offer-no-expiry')
          : say('page.offer-duration', { duration: durationText(terms.duration, say) }),
      ),
    ),
    h('div', null, h(Uses, { uses, none: say('page.offer-no-use') })),
    h(Duties, { offer }),
    passOn.length > 0 &&
      h(
        'div',
        { class: 'passes' },
        h('span', { class: 'soft' }, say('page.offer-pass-on')),
        h(Uses, { uses: passOn }),
      ),
    h(TermsText, { termsId }),
    h(
      'p',
      { class: 'soft' },
      h(Sentence, {
        id: 'page.offer-document',
        parts: {
          id: h(Id, { id: termsId, name: say('page.id-terms') }),
          document: h('a', { href: `/v1/files/${terms.documentHash}` }, say('page.offer-odrl')),
        },
      }),
    ),
  );
}

function Duties({ offer: { terms, flags } }: { offer: Offer }) {
  const { say } = useReader();
  return h(
    'ul',
    { class: 'duties' },
    terms.revenueShareBps > 0 &&
      h('li', null, say('page.offer-share', { share: shareText(terms.revenueShareBps) })),
    flags.map((flag) => h('li', { key: flag }, say(`page.offer-flag-${flag}`))),
    terms.cap > 0 && h('li', null, say('page.offer-cap', { count: terms.cap })),
  );
}
