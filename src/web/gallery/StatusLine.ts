import { h } from 'preact';
import type { Status } from '../../ports/Status.ts';
import type { Audit } from '../../trace/Trace.ts';
import type { Say } from '../reader/texts.ts';
import { useReader } from '../reader/useReader.ts';
import { useAnswer, type Answer } from '../service/useAnswer.ts';

/** Which chain this is about, how far it is read, and whether all money is accounted for. */
export function StatusLine() {
  const { lianpu, say } = useReader();
  const [status] = useAnswer('status', () => lianpu.status());
  const [audit] = useAnswer('audit', () => lianpu.trace.ledger());
  return h(
    'ul',
    {
      class: `status ${status.state}`,
      'aria-label': say('page.status'),
      'aria-busy': status.state === 'waiting',
    },
    statusTexts(status, say).map((text) =>
      h('li', { key: text, 'aria-hidden': status.state === 'waiting' }, text),
    ),
    h('li', null, h(MoneyState, { audit })),
  );
}

function statusTexts(status: Answer<Status>, say: Say): string[] {
  if (status.state === 'failed') return [say('page.status-unknown')];
  // While waiting, as long as what will stand there, so that nothing below moves when it does.
  const { deployment, block, works, log } = status.state === 'ready' ? status.value : longStatus;
  return [
    say('page.status-chain', { id: `${deployment.chainId}` }),
    say('page.status-block', { number: block.number }),
    say('page.status-works', { count: works }),
    say('page.status-log', { size: log.size, anchored: log.anchored }),
  ];
}

const longStatus = {
  deployment: { chainId: 10_000 },
  block: { number: 100 },
  works: 10,
  log: { size: 10, anchored: 10 },
};

function MoneyState({ audit }: { audit: Answer<Audit> }) {
  const { say } = useReader();
  if (audit.state === 'waiting') return h('span', null, say('page.status-money-waiting'));
  if (audit.state === 'failed') return h('a', { href: '#/audit' }, say('page.status-money-unknown'));
  return audit.value.sound
    ? h('a', { class: 'sound', href: '#/audit' }, say('page.status-money-sound'))
    : h('a', { class: 'unsound', href: '#/audit' }, say('page.status-money-unsound'));
}
