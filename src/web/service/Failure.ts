import { h } from 'preact';
import type { LedgerError } from '../../kernel/LedgerError.ts';
import type { Say } from '../reader/texts.ts';
import { useReader } from '../reader/useReader.ts';

/** What went wrong, and what the reader can do. */
export function failureText({ code, message }: LedgerError, say: Say): string {
  switch (code) {
    case 'service-unreachable':
      return say('page.failure-unreachable', { host: location.host });
    case 'work-unknown':
      return say('page.failure-work-unknown');
    case 'chain-unreachable':
      return say('page.failure-chain');
    case 'store-unreachable':
      return say('page.failure-store');
    case 'service-failed':
      return say('page.failure-page');
    default:
      return say('page.failure-refused', { detail: message });
  }
}

/** An error, with what the reader can do. */
export function Failure({ error, again }: { error: LedgerError; again: () => void }) {
  const { say } = useReader();
  return h(
    'div',
    { class: 'plain failure', role: 'alert', 'data-code': error.code },
    h('p', null, failureText(error, say)),
    h(
      'p',
      { class: 'row' },
      error.code !== 'work-unknown' && h('button', { type: 'button', onClick: again }, say('page.try-again')),
      h('a', { href: '#/' }, say('page.all-works')),
    ),
  );
}

export function Waiting({ text }: { text: string }) {
  return h('p', { class: 'plain waiting', role: 'status' }, text);
}
