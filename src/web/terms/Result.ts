import { h } from 'preact';
import { native } from '../../kernel/values.ts';
import { toPolicy } from '../../odrl/read/readPolicy.ts';
import { policyMessages } from '../../terms/words/policyMessages.ts';
import { useReader } from '../reader/useReader.ts';
import { useMoney } from '../service/useMoney.ts';

interface ResultProps {
  draft: unknown;
  policy: unknown;
}

/** Terms in words, and what a creator and a machine take of them. */
export function Result({ draft, policy }: ResultProps) {
  const { say } = useReader();
  const sentences = policyMessages(toPolicy(policy), useMoney(native));
  return h(
    'div',
    null,
    h(
      'ul',
      { class: 'words' },
      sentences.map(({ id, values }, at) => h('li', { key: at }, say(id, values))),
    ),
    h('p', null, say('page.questions-offer'), ' ', h('code', null, 'lianpu licence offer WORK terms.json')),
    h(
      'p',
      null,
      h(
        'a',
        {
          download: 'terms.json',
          href: `data:application/json,${encodeURIComponent(JSON.stringify(draft, null, 2))}`,
        },
        say('page.questions-download'),
      ),
    ),
    h(
      'details',
      null,
      h('summary', null, say('page.questions-odrl')),
      h('pre', { tabIndex: 0 }, JSON.stringify(policy, null, 2)),
    ),
  );
}
