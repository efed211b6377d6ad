import { h } from 'preact';
import type { LoggedAssistance } from '../../assistance/record/LoggedAssistance.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { useReader } from '../reader/useReader.ts';
import { AssistanceRecord } from './AssistanceRecord.ts';

/** What people did and what AI did, as the creator signed it: current records, then amended ones. */
export function Assistance({ dossier }: { dossier: Dossier }) {
  const { say } = useReader();
  const { assistance } = dossier.trace;
  const current = assistance.filter(({ amendedBy }) => amendedBy === null);
  const amended = assistance.filter(({ amendedBy }) => amendedBy !== null).reverse();
  const records = (shown: LoggedAssistance[]) =>
    shown.map((logged) => h(AssistanceRecord, { key: logged.index, logged, dossier }));
  return h(
    'section',
    { class: 'assistance' },
    h('h2', null, say('page.assistance')),
    assistance.length === 0 && h('p', { class: 'soft' }, say('page.assistance-none')),
    records(current),
    amended.length > 0 &&
      h(
        'details',
        { class: 'amended' },
        h('summary', null, say('page.assistance-amended', { count: amended.length })),
        records(amended),
      ),
  );
}
