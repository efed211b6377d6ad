import { h } from 'preact';
import type { Hex } from '../../kernel/values.ts';
import { Id } from '../parts/Id.ts';
import { LocalText } from '../reader/LocalText.ts';
import type { LocalTexts } from '../reader/textIn.ts';
import { useReader } from '../reader/useReader.ts';

interface AccountProps {
  account: Hex;
  names: ReadonlyMap<Hex, LocalTexts>;
}

/** An account by the name it gave itself, and its address. */
export function Account({ account, names }: AccountProps) {
  const { say } = useReader();
  const name = names.get(account);
  return h(
    'span',
    { class: 'account' },
    name !== undefined && [h(LocalText, { texts: name }), ' '],
    h(Id, { id: account, name: say('page.id-account') }),
  );
}
