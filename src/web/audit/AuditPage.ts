import { h } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Audit, CurrencyAudit } from '../../trace/Trace.ts';
import { native } from '../../kernel/values.ts';
import { counted } from '../parts/figures.ts';
import { useCurrency } from '../service/useCurrency.ts';
import { Amount } from '../parts/Amount.ts';
import { Failure, Waiting } from '../service/Failure.ts';
import { Id } from '../parts/Id.ts';
import { When } from '../parts/When.ts';
import { useReader } from '../reader/useReader.ts';
import { useAnswer } from '../service/useAnswer.ts';

/** Whether all money is accounted for, currency by currency. */
export function AuditPage() {
  const { lianpu } = useReader();
  const [answer, again] = useAnswer('audit', () => lianpu.trace.ledger());
  useEffect(() => {
    document.title = 'Audit · Lianpu';
  }, []);
  return h(
    'div',
    { class: 'audit' },
    h('h1', null, 'Where all the money is'),
    h(
      'p',
      { class: 'lead' },
      'Every unit paid in was claimed by a payee, can be claimed, or is held in a work that nobody settled yet.',
    ),
    answer.state === 'waiting' && h(Waiting, { what: 'every payment, settlement and claim' }),
    answer.state === 'failed' && h(Failure, { error: answer.error, again }),
    answer.state === 'ready' && h(Books, { audit: answer.value }),
  );
}

function Books({ audit: { sound, currencies, works, block } }: { audit: Audit }) {
  return h(
    'div',
    null,
    h(
      'p',
      { class: `judgement ${sound ? 'sound' : 'unsound'}` },
      sound ? 'Sound: all money is accounted for.' : 'Not sound: some money is not accounted for.',
    ),
    h(
      'p',
      { class: 'soft' },
      `${counted(works, 'work', 'works')}, at block ${block.number.toLocaleString('en')}, `,
      h(When, { timestamp: block.timestamp }),
      '. ',
      h(Id, { id: block.hash, what: 'block hash' }),
    ),
    currencies.map((audit) => h(CurrencyBook, { key: audit.currency, audit })),
  );
}

function CurrencyBook({ audit }: { audit: CurrencyAudit }) {
  const { currency, sound, overdrawn } = audit;
  const { unit } = useCurrency(currency);
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
    h(
      'h2',
      null,
      unit ?? 'Token',
      ' ',
      currency !== native && h(Id, { id: currency, what: 'token address' }),
    ),
    h('p', { class: sound ? 'sound' : 'unsound' }, sound ? 'Sound' : 'Not sound'),
    h(
      'dl',
      { class: 'sums' },
      line('', 'Claimed by payees', audit.claimed),
      line('+', 'Claimable by payees', audit.claimable),
      line('+', 'Held in works', audit.heldInWorks),
      line('=', 'Paid in', audit.paidIn, true),
    ),
    h(
      'dl',
      { class: 'sums' },
      line('', 'Owed to payees and works', audit.claimable + audit.heldInWorks),
      audit.balance === null
        ? h('p', null, 'The token does not say what the contract has.')
        : line('≤', 'The contract has', audit.balance, true),
    ),
    overdrawn.length === 0
      ? null
      : h(
          'p',
          { class: 'unsound' },
          'Gave out more than came in: ',
          overdrawn.map((id) => h(Id, { key: id, id, what: 'account' })),
        ),
  );
}
