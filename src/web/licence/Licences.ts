import { h } from 'preact';
import { curePeriod } from '../../terms/Breach.ts';
import { Amount } from '../parts/Amount.ts';
import { Uses } from '../parts/Uses.ts';
import { When } from '../parts/When.ts';
import { breachWords } from '../words.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';

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
      licences.map(({ termsId, licensee, uses, units, price, currency, since, until, revoked, breach }) =>
        h(
          'li',
          { key: `${termsId} ${licensee}` },
          h(
            'div',
            null,
            h(
              'p',
              null,
              h(Account, { account: licensee, names, what: 'licensee' }),
              units === 0 ? ' (passed on)' : units > 1 && ` (${units.toLocaleString('en')} units)`,
            ),
            h(Uses, { uses, none: 'no use' }),
            h(
              'p',
              { class: 'soft' },
              'From ',
              h(When, { timestamp: since }),
              until === null
                ? ', without end'
                : revoked
                  ? ', revoked '
                  : until < block.timestamp
                    ? ', ended '
                    : ' to ',
              until !== null && h(When, { timestamp: until }),
            ),
            breach !== null &&
              h(
                'p',
                { class: 'breach' },
                `The creator says: ${breachWords[breach.breach]}. `,
                h('a', { href: `/v1/files/${breach.evidence}` }, 'What happened'),
                revoked ? null : ', to be cured by ',
                revoked ? null : h(When, { timestamp: breach.recorded + curePeriod }),
              ),
          ),
          h(Amount, { amount: price, currency }),
        ),
      ),
    ),
  );
}
