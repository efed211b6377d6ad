import { h, type TargetedEvent } from 'preact';
import {
  channelNames,
  industryNames,
  mediaNames,
  purposeNames,
  recipientNames,
} from '../../terms/profile/profile.ts';
import { factWords, spaced } from '../words.ts';

/** What somebody says of a use beside which it is, as the fields hold it. */
export type Details = Partial<Record<(typeof fields)[number]['name'], string>>;

const fields = [
  { name: 'purpose', options: purposeNames },
  { name: 'territory', hint: 'ID, CN-62 or 035' },
  { name: 'medium', options: [...channelNames, ...mediaNames] },
  { name: 'industry', options: industryNames },
  { name: 'language', hint: 'zh-Hant' },
  { name: 'recipient', options: recipientNames },
  { name: 'time', hint: '2026-08-01T12:00:00Z' },
  { name: 'count', hint: '0' },
] as const;

/** What terms may ask for beside the use. All of it may stay open. */
export function CheckFacts({
  details,
  onChange,
}: {
  details: Details;
  onChange: (details: Details) => void;
}) {
  const set = (name: keyof Details, value: string) => onChange({ ...details, [name]: value });
  return h(
    'details',
    { class: 'more' },
    h('summary', null, 'More about the use: what for, where, when'),
    fields.map((field) => {
      const id = `check-${field.name}`;
      const label = factWords[field.name] ?? field.name;
      return h(
        'div',
        { key: field.name },
        h('label', { for: id }, `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`),
        'options' in field
          ? h(
              'select',
              {
                id,
                value: details[field.name] ?? '',
                onChange: (event: TargetedEvent<HTMLSelectElement>) =>
                  set(field.name, event.currentTarget.value),
              },
              h('option', { value: '' }, 'not said'),
              field.options.map((name) => h('option', { key: name, value: name }, spaced(name))),
            )
          : h('input', {
              id,
              value: details[field.name] ?? '',
              placeholder: field.hint,
              autoComplete: 'off',
              onInput: (event) => set(field.name, event.currentTarget.value),
            }),
      );
    }),
  );
}

/** The fields that were filled in, as a question has them. */
export function detailsAsked({ count = '', ...details }: Details) {
  const said = Object.entries(details)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return { ...Object.fromEntries(said), ...(count.trim() === '' ? {} : { count: Number(count) }) };
}
