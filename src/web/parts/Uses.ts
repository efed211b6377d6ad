import { h } from 'preact';
import type { Use } from '../../work/Uses.ts';
import { useWords } from '../words.ts';

/** Uses of a work, as small labels. */
export function Uses({
  uses,
  none,
  kind = 'open',
}: {
  uses: readonly Use[];
  none: string;
  kind?: 'open' | 'kept';
}) {
  if (uses.length === 0) return h('span', { class: 'soft' }, none);
  return h(
    'ul',
    { class: `labels ${kind}` },
    uses.map((use) => h('li', { key: use }, useWords[use])),
  );
}
