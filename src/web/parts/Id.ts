import { h } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { short } from './figures.ts';

/** An id in short: the whole of it is in the title, and a press copies it, or shows it where copying is not allowed. */
export function Id({ id, what }: { id: string; what: string }) {
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
    h('span', { class: 'unseen' }, `Copy ${what} `),
    h('span', { ref: shown }, state === 'whole' ? id : short(id)),
    h('span', { class: 'note', 'aria-live': 'polite' }, state === 'copied' ? ' copied' : ''),
  );
}
