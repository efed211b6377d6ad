import { h } from 'preact';
import type { Use } from '../../work/Uses.ts';
import { useReader } from '../reader/useReader.ts';

interface UsesProps {
  uses: readonly Use[];
  /** Shown where there is no use. */
  none?: string;
  kind?: 'open' | 'kept';
}

/** Uses of a work, as small labels. */
export function Uses({ uses, none, kind = 'open' }: UsesProps) {
  const { say } = useReader();
  if (uses.length === 0) return h('span', { class: 'soft' }, none ?? say('page.none'));
  return h(
    'ul',
    { class: `labels ${kind}` },
    uses.map((use) => h('li', { key: use }, say(`terms.use-${use}`))),
  );
}
