import { h } from 'preact';
import { Amount } from '../parts/Amount.ts';
import { Uses } from '../parts/Uses.ts';
import { When } from '../parts/When.ts';
import { Account } from './Account.ts';
import type { Dossier } from './readDossier.ts';

/** Who holds a licence of the work, or held one. */
export function Licences({ dossier: { trace, names } }: { dossier: Dossier }) {
  const { licences, block } = trace;
  if (licences.length === 0) return null;
  return h(
    'section',
    { class: 'licences' },
    h('h2', null, 'Licences'),
    h(
      'ul',
      { class: 'lines' },
      licences.map(({ termsId, licensee, uses, price, currency, since, until }) =>
        h(
          'li',
          { key: `${termsId} ${licensee}` },
          h(
            'div',
            null,
            h('p', null, h(Account, { account: licensee, names, what: 'licensee' })),
            h(Uses, { uses, none: 'no use' }),
            h(
              'p',
              { class: 'soft' },
              'From ',
              h(When, { timestamp: since }),
              until === null ? ', without end' : until < block.timestamp ? ', ended ' : ' to ',
              until !== null && h(When, { timestamp: until }),
            ),
          ),
          h(Amount, { amount: price, currency }),
        ),
      ),
    ),
  );
}
