import { h } from 'preact';
import { useState } from 'preact/hooks';
import { useReader } from '../reader/useReader.ts';
import { lazy } from '../service/lazy.ts';
import type { FactsProps } from './Facts.ts';

const LaterFactFields = lazy('page.loading-facts', async () => (await import('./FactFields.ts')).FactFields);

/** What terms can depend on beside the use. All of it may stay open. */
export function CheckFacts(props: FactsProps) {
  const { say } = useReader();
  const [opened, setOpened] = useState(false);
  return h(
    'details',
    { class: 'more', onToggle: () => setOpened(true) },
    h('summary', null, say('page.check-more')),
    opened && h(LaterFactFields, props),
  );
}
