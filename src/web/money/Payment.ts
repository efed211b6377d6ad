import { h } from 'preact';
import type { Part, TracedPayment } from '../../trace/Trace.ts';
import { Amount } from '../parts/Amount.ts';
import { Id } from '../parts/Id.ts';
import { When } from '../parts/When.ts';
import { purposeWords } from '../words.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { WorkLink } from '../dossier/WorkLink.ts';

/** One payment and where each wei of it went; the parts are added up beside what was paid. */
export function Payment({ payment, dossier }: { payment: TracedPayment; dossier: Dossier }) {
  const { amount, currency, payer, paidFor, reference, origin, parts } = payment;
  const sum = parts.reduce((total, part) => total + part.amount, 0n);
  return h(
    'li',
    { class: 'payment' },
    h(
      'p',
      { class: 'paid' },
      h(Amount, { amount, currency }),
      h('span', { class: 'soft' }, ` ${purposeWords[paidFor]}`),
    ),
    h(
      'p',
      { class: 'soft' },
      'by ',
      h(Account, { account: payer, names: dossier.names, what: 'payer' }),
      ', ',
      h(When, { timestamp: origin.timestamp }),
      `, block ${origin.block.toLocaleString('en')}, reference `,
      h(Id, { id: reference, what: 'reference' }),
      ', transaction ',
      h(Id, { id: origin.transaction, what: 'transaction hash' }),
    ),
    h(
      'ol',
      { class: 'lines parts' },
      parts.map((part, place) =>
        h('li', { key: place }, h(Way, { part, dossier }), h(Amount, { amount: part.amount, currency })),
      ),
      h(
        'li',
        { class: sum === amount ? 'total' : 'total unsound' },
        h('span', null, sum === amount ? 'Sum: all that was paid' : 'Sum: not what was paid'),
        h(Amount, { amount: sum, currency }),
      ),
    ),
  );
}

/** The works a part went through, to the payee it reached or the work that holds it. */
function Way({ part: { path, payee }, dossier }: { part: Part; dossier: Dossier }) {
  return h(
    'span',
    { class: 'way' },
    path.map((workId) => [
      h(WorkLink, { key: `${workId}`, workId, dossier }),
      h('span', { class: 'arrow' }, ' → '),
    ]),
    payee === null
      ? h('em', null, 'held there')
      : h(Account, { account: payee, names: dossier.names, what: 'payee' }),
  );
}
