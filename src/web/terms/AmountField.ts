import { h } from 'preact';

interface AmountFieldProps {
  id: string;
  label: string;
  /** Shown where the value is not valid. */
  fault: string;
  valid: (text: string) => boolean;
  value: string;
  set: (text: string) => void;
}

/** A number that terms need beside the answers. */
export function AmountField({ id, label, fault, valid, value, set }: AmountFieldProps) {
  const wrong = value !== '' && !valid(value);
  return h(
    'div',
    { class: 'amount' },
    h('label', { for: id }, label),
    h('input', {
      id,
      value,
      inputMode: 'decimal',
      autoComplete: 'off',
      onInput: (event) => set(event.currentTarget.value.trim()),
      'aria-required': true,
      'aria-invalid': wrong,
      'aria-describedby': `${id}-fault`,
    }),
    h('p', { id: `${id}-fault`, class: 'fault', role: 'alert' }, wrong ? fault : null),
  );
}
