import { h, type TargetedEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Address } from '../../kernel/values.ts';
import { Use, useNames } from '../../work/Uses.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { useReader } from '../reader/useReader.ts';
import { lazy } from '../service/lazy.ts';
import { addressFault } from './addressFault.ts';
import { CheckFacts } from './CheckFacts.ts';
import { statedFacts, type Facts } from './Facts.ts';
import { useCheck } from './useCheck.ts';

const LaterDecisionBox = lazy(
  'page.loading-decision',
  async () => (await import('./DecisionBox.ts')).DecisionBox,
);

/** "May I use this?" */
export function CheckForm({ dossier }: { dossier: Dossier }) {
  const { say } = useReader();
  const [licensee, setLicensee] = useState('');
  const [use, setUse] = useState<Use>('display');
  const [facts, setFacts] = useState<Facts>({});
  const [fault, setFault] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const complain = (text: string) => {
    setFault(text);
    field.current?.focus();
  };
  const [checked, check] = useCheck(complain);
  const submit = (event: Event) => {
    event.preventDefault();
    const given = licensee.trim();
    const address = given === '' ? null : Address.safeParse(given);
    if (address?.success === false) return complain(addressFault(given, say));
    setFault(null);
    void check({
      workId: dossier.work.workId,
      licensee: address?.data ?? null,
      use,
      ...statedFacts(facts),
    });
  };
  return h(
    'section',
    { class: 'check' },
    h('h2', null, say('page.check')),
    h(
      'form',
      { onSubmit: submit, noValidate: true },
      h('label', { for: 'licensee' }, say('page.check-licensee')),
      h('input', {
        id: 'licensee',
        ref: field,
        value: licensee,
        onInput: (event) => setLicensee(event.currentTarget.value),
        placeholder: '0x…',
        autoComplete: 'off',
        spellcheck: false,
        'aria-invalid': fault !== null,
        'aria-describedby': 'licensee-fault',
      }),
      h('p', { id: 'licensee-fault', class: 'fault', role: 'alert' }, fault),
      h('label', { for: 'use' }, say('page.check-use')),
      h(
        'select',
        {
          id: 'use',
          value: use,
          onChange: (event: TargetedEvent<HTMLSelectElement>) => setUse(Use.parse(event.currentTarget.value)),
        },
        useNames.map((name) => h('option', { key: name, value: name }, say(`terms.use-${name}`))),
      ),
      h(CheckFacts, { facts, onChange: setFacts }),
      h(
        'button',
        { type: 'submit', class: 'primary', disabled: checked.state === 'waiting' },
        say('page.check-submit'),
      ),
    ),
    h(
      'div',
      { class: 'decision', 'aria-live': 'polite' },
      checked.state === 'waiting' && h('p', { class: 'soft' }, say('page.check-waiting')),
      checked.state === 'failed' && fault === null && h('p', { class: 'fault' }, checked.text),
      checked.state === 'decided' &&
        fault === null &&
        h(LaterDecisionBox, { decision: checked.decision, dossier }),
    ),
  );
}
