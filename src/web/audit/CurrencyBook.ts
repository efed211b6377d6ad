import { h } from 'preact';
import { native } from '../../kernel/values.ts';
import type { CurrencyAudit } from '../../trace/Trace.ts';
import { Amount } from '../parts/Amount.ts';
import { Id } from '../parts/Id.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';
import { useCurrency } from '../service/useCurrency.ts';

/** The sums of one currency: where all of it is, and whether the contract has what it owes. */
export function CurrencyBook({ audit }: { audit: CurrencyAudit }) {
  const { say } = useReader();
  const { currency, sound, overdrawn } = audit;
  const unit =
    useCurrency(currency)?.unit ?? (currency === native ? say('page.coins') : say('page.audit-token'));
  const line = (sign: string, name: string, amount: bigint, total = false) =>
    h(
      'div',
      { class: total ? 'total' : undefined },
      h('dt', null, h('span', { class: 'sign', 'aria-hidden': true }, sign), name),
      h('dd', null, h(Amount, { amount, currency })),
    );
  return h(
    'section',
    { class: 'book' },
    h('h2', null, unit, ' ', currency !== native && h(Id, { id: currency, name: say('page.id-token') })),
    h(
      'p',
      { class: sound ? 'sound' : 'unsound' },
      say(sound ? 'page.audit-book-sound' : 'page.audit-book-unsound'),
    ),
    h(
      'dl',
      { class: 'sums' },
      line('', say('page.audit-claimed'), audit.claimed),
      line('+', say('page.audit-claimable'), audit.claimable),
      line('+', say('page.audit-held'), audit.heldInWorks),
      line('=', say('page.audit-paid-in'), audit.paidIn, true),
    ),
    h(
      'dl',
      { class: 'sums' },
      line('', say('page.audit-owed'), audit.claimable + audit.heldInWorks),
      audit.balance !== null && line('≤', say('page.audit-balance'), audit.balance, true),
    ),
    audit.balance === null && h('p', null, say('page.audit-balance-unknown')),
    overdrawn.length > 0 &&
      h(
        'p',
        { class: 'unsound' },
        h(Sentence, {
          id: 'page.audit-overdrawn',
          parts: {
            accounts: h(
              'span',
              null,
              overdrawn.map((id) => h(Id, { key: id, id, name: say('page.id-account') })),
            ),
          },
        }),
      ),
  );
}
