import { h } from 'preact';
import type { Part, TracedPayment } from '../../trace/Trace.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { WorkLink } from '../dossier/WorkLink.ts';
import { Amount } from '../parts/Amount.ts';
import { Id } from '../parts/Id.ts';
import { When } from '../parts/When.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';

/** One payment and where all of it went; the parts are added up beside what was paid. */
export function Payment({ payment, dossier }: { payment: TracedPayment; dossier: Dossier }) {
  const { say } = useReader();
  const { amount, currency, paidFor, parts } = payment;
  const sum = parts.reduce((total, part) => total + part.amount, 0n);
  const whole = sum === amount;
  return h(
    'li',
    { class: 'payment' },
    h(
      'p',
      { class: 'paid' },
      h(Amount, { amount, currency }),
      ' ',
      h('span', { class: 'soft' }, say(`page.paid-${paidFor}`)),
    ),
    h('p', { class: 'soft' }, h(Origin, { payment, dossier })),
    h(
      'ol',
      { class: 'lines parts' },
      parts.map((part, place) =>
        h('li', { key: place }, h(Way, { part, dossier }), h(Amount, { amount: part.amount, currency })),
      ),
      h(
        'li',
        { class: whole ? 'total' : 'total unsound' },
        h('span', null, say(whole ? 'page.payment-sum' : 'page.payment-sum-wrong')),
        h(Amount, { amount: sum, currency }),
      ),
    ),
  );
}

function Origin({ payment, dossier }: { payment: TracedPayment; dossier: Dossier }) {
  const { say } = useReader();
  const { payer, reference, origin } = payment;
  return h(Sentence, {
    id: 'page.paid-by',
    values: { block: origin.block },
    parts: {
      payer: h(Account, { account: payer, names: dossier.names }),
      time: h(When, { timestamp: origin.timestamp }),
      reference: h(Id, { id: reference, name: say('page.id-reference') }),
      transaction: h(Id, { id: origin.transaction, name: say('page.id-transaction') }),
    },
  });
}

/** The works a part went through, to the payee it reached or the work that holds it. */
function Way({ part: { path, payee }, dossier }: { part: Part; dossier: Dossier }) {
  const { say } = useReader();
  return h(
    'span',
    { class: 'way' },
    path.map((workId) => [
      h(WorkLink, { key: `${workId}`, workId, dossier }),
      h('span', { class: 'arrow' }, ' → '),
    ]),
    payee === null
      ? h('em', null, say('page.payment-held'))
      : h(Account, { account: payee, names: dossier.names }),
  );
}
