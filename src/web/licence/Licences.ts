import { h } from 'preact';
import { useMemo } from 'preact/hooks';
import { curePeriod } from '../../terms/Breach.ts';
import { Amount } from '../parts/Amount.ts';
import { Uses } from '../parts/Uses.ts';
import { When } from '../parts/When.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { formatChecks } from '../../messages/formatChecks.ts';
import { message } from '../../messages/Message.ts';

/** Who holds a licence of the work, or held one. */
export function Licences({ dossier: { trace, names } }: { dossier: Dossier }) {
  const { licences, block } = trace;
  const format = useMemo(() => formatChecks(), []);
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
                ? ', no expiry'
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
                `The creator recorded a breach: ${format(message(`terms.breach-${breach.breach}`))}. `,
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
