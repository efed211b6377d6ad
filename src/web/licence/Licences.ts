import { h } from 'preact';
import { curePeriod } from '../../terms/Breach.ts';
import type { Licence } from '../../terms/Terms.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { Amount } from '../parts/Amount.ts';
import { Uses } from '../parts/Uses.ts';
import { When } from '../parts/When.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';

/** The licences of the work, present and past. */
export function Licences({ dossier }: { dossier: Dossier }) {
  const { say } = useReader();
  const { licences } = dossier.trace;
  if (licences.length === 0) return null;
  return h(
    'section',
    { class: 'licences' },
    h('h2', null, say('page.licences')),
    h(
      'ul',
      { class: 'lines' },
      licences.map((licence) =>
        h(
          'li',
          { key: `${licence.termsId} ${licence.licensee}` },
          h(OneLicence, { licence, dossier }),
          h(Amount, { amount: licence.price, currency: licence.currency }),
        ),
      ),
    ),
  );
}

function OneLicence({ licence, dossier: { names, trace } }: { licence: Licence; dossier: Dossier }) {
  const { say } = useReader();
  const { licensee, uses, units } = licence;
  const account = h(Account, { account: licensee, names });
  return h(
    'div',
    null,
    h(
      'p',
      { 'data-units': units },
      units === 1
        ? account
        : h(Sentence, { id: 'page.licence-units', values: { count: units }, parts: { licensee: account } }),
    ),
    h(Uses, { uses, none: say('page.offer-no-use') }),
    h('p', { class: 'soft' }, h(Period, { licence, now: trace.block.timestamp })),
    h(RecordedBreach, { licence }),
  );
}

function Period({ licence: { since, until, revoked }, now }: { licence: Licence; now: number }) {
  const start = h(When, { timestamp: since });
  if (until === null) return h(Sentence, { id: 'page.licence-open', parts: { since: start } });
  const id = revoked ? 'page.licence-revoked' : until < now ? 'page.licence-expired' : 'page.licence-current';
  return h(Sentence, { id, parts: { since: start, until: h(When, { timestamp: until }) } });
}

function RecordedBreach({ licence: { breach, revoked } }: { licence: Licence }) {
  const { say } = useReader();
  if (breach === null) return null;
  const parts = {
    evidence: h('a', { href: `/v1/files/${breach.evidence}` }, say('page.licence-evidence')),
    ...(revoked ? {} : { deadline: h(When, { timestamp: breach.recorded + curePeriod }) }),
  };
  return h(
    'p',
    { class: 'breach', 'data-breach': breach.breach },
    h(Sentence, {
      id: revoked ? 'page.licence-breach' : 'page.licence-breach-curable',
      values: { breach: say(`terms.breach-${breach.breach}`) },
      parts,
    }),
  );
}
