import { h } from 'preact';
import type { Way } from '../../check/Decision.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { goToOffer, offerAnchor } from '../licence/offerAnchor.ts';
import { Amount } from '../parts/Amount.ts';
import { durationText } from '../parts/durationText.ts';
import { short } from '../parts/figures.ts';
import { LocalText } from '../reader/LocalText.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';

/** Offers under which the use would be permitted, each with a way to it. */
export function WayList({ offers, dossier }: { offers: readonly Way[]; dossier: Dossier }) {
  const { say } = useReader();
  return h(
    'div',
    null,
    h('p', { class: 'soft' }, say('page.answer-offers')),
    h(
      'ul',
      null,
      offers.map((way) => h('li', { key: way.termsId }, h(OneWay, { way, dossier }))),
    ),
  );
}

function OneWay({ way, dossier }: { way: Way; dossier: Dossier }) {
  const { say } = useReader();
  const { termsId, price, currency, duration, needsApproval } = way;
  const title = dossier.termsTitles.get(termsId);
  const link = {
    href: `#${offerAnchor(termsId)}`,
    onClick: (event: Event) => goToOffer(event, termsId),
  };
  return h(Sentence, {
    id: needsApproval ? 'page.answer-offer-approval' : 'page.answer-offer',
    parts: {
      terms: h('a', link, title === undefined ? short(termsId) : h(LocalText, { texts: title })),
      price: price === 0n ? say('page.answer-free') : h(Amount, { amount: price, currency }),
      duration:
        duration === 0
          ? say('page.offer-no-expiry')
          : say('page.offer-duration', { duration: durationText(duration, say) }),
    },
  });
}
