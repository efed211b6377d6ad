import { h } from 'preact';
import { shareText, wholeBps } from '../../kernel/values.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { WorkLink } from '../dossier/WorkLink.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';

/** What each receives of all income: sources first, then payees of the remainder. */
export function Split({ dossier }: { dossier: Dossier }) {
  const { say } = useReader();
  const { sources, inherited, payees } = dossier.trace.shares;
  const upstream = [...sources, ...inherited].filter(({ shareBps }) => shareBps > 0);
  const { registrant } = dossier.work;
  const own = payees.length === 0 ? [{ account: registrant, shareBps: wholeBps }] : payees;
  const rest = upstream.length === 0 ? 'page.money-of-all' : 'page.money-of-rest';
  return h(
    'ul',
    { class: 'lines split' },
    upstream.map(({ workId, shareBps }, place) =>
      h(
        'li',
        { key: place },
        h(
          'span',
          null,
          h(Sentence, { id: 'page.money-to', parts: { receiver: h(WorkLink, { workId, dossier }) } }),
        ),
        h('span', { class: 'share' }, say('page.money-of-all', { share: shareText(shareBps) })),
      ),
    ),
    own.map(({ account, shareBps }) =>
      h(
        'li',
        { key: account },
        h(
          'span',
          null,
          h(Sentence, {
            id: 'page.money-to',
            parts: { receiver: h(Account, { account, names: dossier.names }) },
          }),
        ),
        h('span', { class: 'share' }, say(rest, { share: shareText(shareBps) })),
      ),
    ),
  );
}
