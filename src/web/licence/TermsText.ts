import { h } from 'preact';
import { useState } from 'preact/hooks';
import type { Hex } from '../../kernel/values.ts';
import { Failure, Waiting } from '../service/Failure.ts';
import { useReader } from '../reader/useReader.ts';
import { useAnswer } from '../service/useAnswer.ts';

/** Terms in sentences, in the reader's language; fetched when the reader opens them. */
export function TermsText({ termsId }: { termsId: Hex }) {
  const { say } = useReader();
  const [open, setOpen] = useState(false);
  return h(
    'details',
    { class: 'in-words', onToggle: (event) => setOpen((event.currentTarget as HTMLDetailsElement).open) },
    h('summary', null, say('page.offer-words')),
    open && h(Words, { termsId }),
  );
}

function Words({ termsId }: { termsId: Hex }) {
  const { lianpu, language, say } = useReader();
  const [answer, again] = useAnswer(`${termsId} ${language}`, () => lianpu.licence.terms(termsId, language));
  if (answer.state === 'waiting') return h(Waiting, { text: say('page.loading-terms') });
  if (answer.state === 'failed') return h(Failure, { error: answer.error, again });
  return h(
    'ul',
    { class: 'words', lang: language },
    answer.value.words.map((sentence) => h('li', { key: sentence }, sentence)),
  );
}
