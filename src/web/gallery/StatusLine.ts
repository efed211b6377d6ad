import { h } from 'preact';
import type { Status } from '../../ports/Status.ts';
import type { Audit } from '../../trace/Trace.ts';
import { counted } from '../parts/figures.ts';
import { useReader } from '../reader/useReader.ts';
import { useAnswer, type Answer } from '../service/useAnswer.ts';

/** Which chain this is about, how far it is read, and whether all money is accounted for. */
export function StatusLine() {
  const { lianpu } = useReader();
  const [status] = useAnswer('status', () => lianpu.status());
  const [audit] = useAnswer('audit', () => lianpu.trace.ledger());
  return h(
    'ul',
    {
      class: `status ${status.state}`,
      'aria-label': 'State of the ledger',
      'aria-busy': status.state === 'waiting',
    },
    facts(status).map((fact) => h('li', { key: fact, 'aria-hidden': status.state === 'waiting' }, fact)),
    h('li', null, h(MoneyWord, { audit })),
  );
}

function facts(status: Answer<Status>): string[] {
  // As long as what will stand there, so that nothing below moves when it does.
  if (status.state === 'waiting')
    return ['Chain 00000', 'Block 000', '00 works', 'Log 00 entries, 00 anchored'];
  if (status.state === 'failed') return ['The state of the ledger is not known now'];
  const { deployment, block, works, log } = status.value;
  return [
    `Chain ${deployment.chainId}`,
    `Block ${block.number.toLocaleString('en')}`,
    counted(works, 'work', 'works'),
    `Log ${counted(log.size, 'entry', 'entries')}, ${log.anchored.toLocaleString('en')} anchored`,
  ];
}

function MoneyWord({ audit }: { audit: Answer<Audit> }) {
  if (audit.state === 'waiting') return h('span', null, 'Counting all the money…');
  if (audit.state === 'failed') return h('a', { href: '#/audit' }, 'The money could not be counted');
  return audit.value.sound
    ? h('a', { class: 'sound', href: '#/audit' }, 'All money is accounted for')
    : h('a', { class: 'unsound', href: '#/audit' }, 'Some money is not accounted for');
}
