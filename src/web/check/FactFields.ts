import { h, type TargetedEvent } from 'preact';
import { factMessage } from '../../check/words/factMessage.ts';
import {
  channelNames,
  industryNames,
  mediaNames,
  purposeNames,
  recipientNames,
} from '../../terms/profile/profile.ts';
import { spaced } from '../parts/spaced.ts';
import { useFormat } from '../reader/useFormat.ts';
import { useReader } from '../reader/useReader.ts';
import { checkTexts } from './checkTexts.ts';
import type { FactsProps } from './Facts.ts';

const fields = [
  { name: 'purpose', options: purposeNames },
  { name: 'territory', hint: 'ID, CN-62, 035' },
  { name: 'medium', options: [...channelNames, ...mediaNames] },
  { name: 'industry', options: industryNames },
  { name: 'language', hint: 'zh-Hant' },
  { name: 'recipient', options: recipientNames },
  { name: 'time', hint: '2026-08-01T12:00:00Z' },
  { name: 'count', hint: '0' },
] as const;

/** A field a fact; those with names of the profile are lists. */
export function FactFields({ facts, onChange }: FactsProps) {
  const { say } = useReader();
  const format = useFormat(checkTexts);
  return h(
    'div',
    { class: 'facts' },
    fields.map((field) => {
      const id = `check-${field.name}`;
      const label = factMessage(field.name);
      const set = (value: string) => onChange({ ...facts, [field.name]: value });
      return h(
        'div',
        { key: field.name },
        h('label', { for: id }, typeof label === 'string' ? label : format(label)),
        'options' in field
          ? h(
              'select',
              {
                id,
                value: facts[field.name] ?? '',
                onChange: (event: TargetedEvent<HTMLSelectElement>) => set(event.currentTarget.value),
              },
              h('option', { value: '' }, say('page.check-not-stated')),
              field.options.map((name) => h('option', { key: name, value: name }, spaced(name))),
            )
          : h('input', {
              id,
              value: facts[field.name] ?? '',
              placeholder: field.hint,
              autoComplete: 'off',
              onInput: (event) => set(event.currentTarget.value),
            }),
      );
    }),
  );
}
