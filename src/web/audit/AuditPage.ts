import { h } from 'preact';
import type { Audit } from '../../trace/Trace.ts';
import { Id } from '../parts/Id.ts';
import { When } from '../parts/When.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';
import { useTitle } from '../reader/useTitle.ts';
import { Failure, Waiting } from '../service/Failure.ts';
import { useAnswer } from '../service/useAnswer.ts';
import { CurrencyBook } from './CurrencyBook.ts';

/** Whether all money is accounted for, currency by currency. */
export function AuditPage() {
  const { lianpu, say } = useReader();
  const [answer, again] = useAnswer('audit', () => lianpu.trace.ledger());
  useTitle(say('page.audit'));
  return h(
    'div',
    { class: 'audit' },
    h('h1', null, say('page.audit-title')),
    h('p', { class: 'lead' }, say('page.audit-lead')),
    answer.state === 'waiting' && h(Waiting, { text: say('page.loading-audit') }),
    answer.state === 'failed' && h(Failure, { error: answer.error, again }),
    answer.state === 'ready' && h(Books, { audit: answer.value }),
  );
}

function Books({ audit: { sound, currencies, works, block } }: { audit: Audit }) {
  const { say } = useReader();
  return h(
    'div',
    null,
    h(
      'p',
      { class: `judgement ${sound ? 'sound' : 'unsound'}` },
      say(sound ? 'page.audit-sound' : 'page.audit-unsound'),
    ),
    h(
      'p',
      { class: 'soft' },
      h(Sentence, {
        id: 'page.audit-at',
        values: { works, block: block.number },
        parts: {
          time: h(When, { timestamp: block.timestamp }),
          hash: h(Id, { id: block.hash, name: say('page.id-block') }),
        },
      }),
    ),
    currencies.map((audit) => h(CurrencyBook, { key: audit.currency, audit })),
  );
}
