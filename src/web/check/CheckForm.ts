import { h, type TargetedEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { LedgerError } from '../../kernel/LedgerError.ts';
import type { Decision } from '../../check/Decision.ts';
import { Address } from '../../kernel/values.ts';
import { Use, useNames } from '../../work/Uses.ts';
import { failureText } from '../service/Failure.ts';
import { useReader } from '../reader/useReader.ts';
import { ownError } from '../service/useAnswer.ts';
import { useWords } from '../words.ts';
import { CheckFacts, detailsAsked, type Details } from './CheckFacts.ts';
import { DecisionBox } from './DecisionBox.ts';
import type { Dossier } from '../dossier/readDossier.ts';

type Asked =
  | { state: 'not' }
  | { state: 'waiting' }
  | { state: 'decided'; decision: Decision }
  | { state: 'failed'; text: string };

/** "May I use this?" */
export function CheckForm({ dossier }: { dossier: Dossier }) {
  const { lianpu } = useReader();
  const [licensee, setLicensee] = useState('');
  const [use, setUse] = useState<Use>('display');
  const [details, setDetails] = useState<Details>({});
  const [fault, setFault] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>({ state: 'not' });
  const field = useRef<HTMLInputElement>(null);
  const complain = (text: string) => {
    setFault(text);
    setAsked({ state: 'not' });
    field.current?.focus();
  };
  const ask = async () => {
    const given = licensee.trim();
    const address = given === '' ? null : Address.safeParse(given);
    if (address?.success === false) return complain(faultOf(licensee));
    setFault(null);
    setAsked({ state: 'waiting' });
    try {
      const decision = await lianpu.licence.check(
        { workId: dossier.work.workId, licensee: address?.data ?? null, use, ...detailsAsked(details) },
        { explain: true },
      );
      setAsked({ state: 'decided', decision });
    } catch (thrown) {
      const error = ownError(thrown);
      if (isAboutLicensee(error)) complain(error.message);
      else if (error.code === 'input-invalid') setAsked({ state: 'failed', text: error.message });
      else setAsked({ state: 'failed', text: failureText(error) });
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void ask();
  };
  return h(
    'section',
    { class: 'check' },
    h('h2', null, 'May I use this?'),
    h(
      'form',
      { onSubmit: submit, noValidate: true },
      h('label', { for: 'licensee' }, 'Your account’s address, if you have one'),
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
      h('label', { for: 'use' }, 'What you want to do'),
      h(
        'select',
        {
          id: 'use',
          value: use,
          onChange: (event: TargetedEvent<HTMLSelectElement>) => setUse(Use.parse(event.currentTarget.value)),
        },
        useNames.map((name) => h('option', { key: name, value: name }, useWords[name])),
      ),
      h(CheckFacts, { details, onChange: setDetails }),
      h('button', { type: 'submit', class: 'primary', disabled: asked.state === 'waiting' }, 'Ask'),
    ),
    h(
      'div',
      { class: 'decision', 'aria-live': 'polite' },
      asked.state === 'waiting' && h('p', { class: 'soft' }, 'Asking…'),
      asked.state === 'failed' && h('p', { class: 'fault' }, asked.text),
      asked.state === 'decided' && h(DecisionBox, { decision: asked.decision, dossier }),
    ),
  );
}

function isAboutLicensee({ code, details }: LedgerError): boolean {
  return code === 'input-invalid' && JSON.stringify(details).includes('licensee');
}

function faultOf(text: string): string {
  const given = text.trim();
  if (!given.startsWith('0x')) return 'An address starts with 0x and has 40 hex digits after it.';
  if (!/^0x[0-9a-fA-F]*$/.test(given)) return 'An address has only the digits 0–9 and a–f after 0x.';
  return `An address has 40 hex digits after 0x; this one has ${given.length - 2}.`;
}
