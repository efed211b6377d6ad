import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useReader } from '../reader/useReader.ts';
import { short } from './figures.ts';

/**
 * An id in short: its title has all of it, and a press copies it, or shows it where copying is not allowed.
 *
 * @param name What the id is of, such as `block hash`.
 */
export function Id({ id, name }: { id: string; name: string }) {
  const { say } = useReader();
  const [state, setState] = useState<'short' | 'copied' | 'whole'>('short');
  const shown = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(id);
      setState('copied');
      setTimeout(() => setState('short'), 1500);
    } catch {
      setState('whole');
      if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
    }
  };
  return h(
    'button',
    { type: 'button', class: `id ${state}`, title: id, onClick: () => void copy() },
    h('span', { class: 'unseen' }, say('page.copy', { name }), ' '),
    h('span', { ref: shown }, state === 'whole' ? id : short(id)),
    h('span', { class: 'note', 'aria-live': 'polite' }, state === 'copied' && ` ${say('page.copied')}`),
  );
}
