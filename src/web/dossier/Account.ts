import { h } from 'preact';
import type { Hex } from '../../kernel/values.ts';
import type { LocalTexts } from '../reader/textIn.ts';
import { Id } from '../parts/Id.ts';
import { LocalText } from '../reader/LocalText.ts';

interface AccountProps {
  account: Hex;
  names: ReadonlyMap<Hex, LocalTexts>;
  what: string;
}

/** An account by the name it gave itself, and its address. */
export function Account({ account, names, what }: AccountProps) {
  const name = names.get(account);
  return h(
    'span',
    { class: 'account' },
    name === undefined ? null : h(LocalText, { texts: name }),
    name === undefined ? null : ' ',
    h(Id, { id: account, what: `${what}’s address` }),
  );
}
