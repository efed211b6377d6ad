import { h } from 'preact';
import { toDisclosed, type LoggedAssistance } from '../../assistance/record/LoggedAssistance.ts';
import type { LogPosition } from '../../log/LogPosition.ts';
import { roleWords, withheldWords } from '../assistanceWords.ts';
import { Id } from '../parts/Id.ts';
import { When } from '../parts/When.ts';
import { Account } from '../dossier/Account.ts';
import { AssistanceSteps } from './AssistanceSteps.ts';
import { AssistanceSummary } from './AssistanceSummary.ts';
import type { Dossier } from '../dossier/readDossier.ts';

/** What people did and what AI did, as the creator signed it: what stands, and what was amended. */
export function Assistance({ dossier }: { dossier: Dossier }) {
  const { assistance } = dossier.trace;
  const standing = assistance.filter(({ amendedBy }) => amendedBy === null);
  const amended = assistance.filter(({ amendedBy }) => amendedBy !== null).reverse();
  const records = (shown: LoggedAssistance[]) =>
    shown.map((logged) => h(LoggedRecord, { key: logged.index, logged, dossier }));
  return h(
    'section',
    { class: 'assistance' },
    h('h2', null, 'How it was made'),
    assistance.length === 0 && h('p', { class: 'soft' }, 'The creator has not declared who did what.'),
    records(standing),
    amended.length > 0 &&
      h(
        'details',
        { class: 'amended' },
        h('summary', null, `What was said before it was amended (${amended.length})`),
        records(amended),
      ),
  );
}

function LoggedRecord({ logged, dossier }: { logged: LoggedAssistance; dossier: Dossier }) {
  const { record, countersignatures, disclosed } = logged;
  const making = toDisclosed(logged);
  return h(
    'div',
    { class: 'record', 'data-disclosure': record.disclosure },
    h(AssistanceSummary, { summary: record.summary }),
    making === null
      ? h(Withheld, { record })
      : [
          h(AssistanceSteps, { key: 'steps', steps: making.steps, dossier }),
          making.sessions.length > 0 && h(Sessions, { key: 'sessions', sessions: making.sessions }),
        ],
    h(
      'p',
      { class: 'soft signed' },
      'Signed by ',
      h(Account, { account: record.author, names: dossier.names, what: 'author' }),
      ', ',
      h(When, { timestamp: record.stated }),
      '. ',
      h(Logged, { place: logged }),
    ),
    disclosed !== null &&
      h(
        'p',
        { class: 'soft signed' },
        'Withheld at first, disclosed since. ',
        h(Logged, { place: disclosed }),
      ),
    countersignatures.map(({ record: { role, author, remark, stated }, ...place }) =>
      h(
        'p',
        { key: place.index, class: 'soft signed', 'data-role': role },
        'Countersigned by ',
        h(Account, { account: author, names: dossier.names, what: 'countersigner' }),
        `, ${roleWords[role]}, `,
        h(When, { timestamp: stated }),
        remark === null ? '. ' : `: “${remark}” `,
        h(Logged, { place }),
      ),
    ),
  );
}

/** What everybody may know of a record whose steps are for some, or for nobody yet. */
function Withheld({ record }: { record: LoggedAssistance['record'] }) {
  if (record.disclosure === 'public') return null;
  return h(
    'p',
    { class: 'withheld' },
    withheldWords[record.disclosure],
    ' The log holds the commitment ',
    h(Id, { id: record.commitment, what: 'commitment' }),
    ', to which whatever is disclosed later has to fit.',
  );
}

function Sessions({ sessions }: { sessions: readonly string[] }) {
  return h(
    'p',
    { class: 'soft' },
    'Recorded while it was made: session ',
    sessions.map((session, place) => [
      place === 0 ? '' : ', ',
      h(Id, { key: session, id: session, what: 'session' }),
    ]),
  );
}

function Logged({ place: { index, leafHash, anchor } }: { place: LogPosition }) {
  return [
    h('a', { key: 'entry', href: `/v1/log/${index}` }, `Log entry ${index}`),
    ' ',
    h(Id, { key: 'leaf', id: leafHash, what: 'leaf hash' }),
    anchor === null
      ? ', not anchored on the chain yet.'
      : `, anchored on the chain in block ${anchor.block.toLocaleString('en')}.`,
  ];
}
