import { h } from 'preact';
import type { Hex } from '../../kernel/values.ts';
import type { Texts } from '../language.ts';
import { Id } from '../parts/Id.ts';
import { Say } from '../parts/Say.ts';

interface AccountProps {
  account: Hex;
  names: ReadonlyMap<Hex, Texts>;
  what: string;
}

/** An account by the name it gave itself, and its address. */
export function Account({ account, names, what }: AccountProps) {
  const name = names.get(account);
  return h(
    'span',
    { class: 'account' },
    name === undefined ? null : h(Say, { texts: name }),
    name === undefined ? null : ' ',
    h(Id, { id: account, what: `${what}’s address` }),
  );
}
