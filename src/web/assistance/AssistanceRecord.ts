import { h } from 'preact';
import { toDisclosed, type LoggedAssistance } from '../../assistance/record/LoggedAssistance.ts';
import { Account } from '../dossier/Account.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { Id } from '../parts/Id.ts';
import { When } from '../parts/When.ts';
import { Sentence } from '../reader/Sentence.ts';
import { useReader } from '../reader/useReader.ts';
import { AssistanceSteps } from './AssistanceSteps.ts';
import { AssistanceSummary } from './AssistanceSummary.ts';
import { Position } from './Position.ts';

/** A record with its summary, its steps where they are public, and its signatures. */
export function AssistanceRecord({ logged, dossier }: { logged: LoggedAssistance; dossier: Dossier }) {
  const { say } = useReader();
  const { record, countersignatures, disclosed } = logged;
  const { names } = dossier;
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
      h(Sentence, {
        id: 'page.assistance-signed',
        parts: {
          author: h(Account, { account: record.author, names }),
          time: h(When, { timestamp: record.stated }),
          position: h(Position, { position: logged }),
        },
      }),
    ),
    disclosed !== null &&
      h(
        'p',
        { class: 'soft signed' },
        h(Sentence, {
          id: 'page.assistance-disclosed',
          parts: { position: h(Position, { position: disclosed }) },
        }),
      ),
    countersignatures.map(({ record: { role, author, remark, stated }, ...position }) =>
      h(
        'p',
        { key: position.index, class: 'soft signed', 'data-role': role },
        h(Sentence, {
          id: remark === null ? 'page.assistance-countersigned' : 'page.assistance-countersigned-remark',
          values: { role: say(`assistance.role-${role}`), ...(remark === null ? {} : { remark }) },
          parts: {
            author: h(Account, { account: author, names }),
            time: h(When, { timestamp: stated }),
            position: h(Position, { position }),
          },
        }),
      ),
    ),
  );
}

/** What is public of a record whose steps are for some readers, or for nobody yet. */
function Withheld({ record }: { record: LoggedAssistance['record'] }) {
  const { say } = useReader();
  if (record.disclosure === 'public') return null;
  return h(
    'p',
    { class: 'withheld' },
    h(Sentence, {
      id:
        record.disclosure === 'readers'
          ? 'page.assistance-withheld-readers'
          : 'page.assistance-withheld-hashOnly',
      parts: { commitment: h(Id, { id: record.commitment, name: say('page.id-commitment') }) },
    }),
  );
}

function Sessions({ sessions }: { sessions: readonly string[] }) {
  const { say } = useReader();
  const ids = sessions.map((session, place) => [
    place > 0 && ', ',
    h(Id, { key: session, id: session, name: say('page.id-session') }),
  ]);
  return h(
    'p',
    { class: 'soft' },
    h(Sentence, { id: 'page.assistance-sessions', parts: { sessions: h('span', null, ids) } }),
  );
}
