import { h } from 'preact';
import type { LedgerError } from '../../kernel/LedgerError.ts';

/** A sentence a reader can act on, for what went wrong. */
export function failureText({ code, message }: LedgerError): string {
  if (code === 'service-unreachable') {
    return `The service at ${location.host} does not answer. Check that it is running, then try again.`;
  }
  if (code === 'work-unknown') return 'No work with this id is registered here.';
  if (code === 'chain-unreachable') return 'The service cannot reach its chain now. Try again in a moment.';
  if (code === 'store-unreachable') return 'The service cannot read its store now. Try again in a moment.';
  return `The service cannot answer this: ${message}.`;
}

/** What went wrong, in a sentence, and what can be done. */
export function Failure({ error, again }: { error: LedgerError; again: () => void }) {
  return h(
    'div',
    { class: 'plain failure', role: 'alert', 'data-code': error.code },
    h('p', null, failureText(error)),
    h(
      'p',
      { class: 'row' },
      error.code === 'work-unknown' ? null : h('button', { type: 'button', onClick: again }, 'Try again'),
      h('a', { href: '#/' }, 'See all works'),
    ),
  );
}

export function Waiting({ what }: { what: string }) {
  return h('p', { class: 'plain waiting', role: 'status' }, `Reading ${what}…`);
}
