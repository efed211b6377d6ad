import type { Hex } from '../../kernel/values.ts';

/** The id of an offer's element. */
export function offerAnchor(termsId: Hex): string {
  return `offer-${termsId}`;
}

/** Goes to an offer on the page; the address stays, as it is a route. */
export function goToOffer(event: Event, termsId: Hex): void {
  event.preventDefault();
  const offer = document.getElementById(offerAnchor(termsId));
  offer?.scrollIntoView({ block: 'center' });
  offer?.focus({ preventScroll: true });
}
