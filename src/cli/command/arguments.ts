import { z } from 'zod';
import { parseInput } from '../../kernel/json/parseInput.ts';
import { refuseValue } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import { Address, Hash, native, WorkId, type Hex } from '../../kernel/values.ts';
import { useNames, type Use } from '../../work/Uses.ts';

// Values of the command line. Each throws `input-invalid` with the argument's name.

export function workId(text: string, name = 'WORK'): bigint {
  return parseInput(WorkId, text.toLowerCase(), name);
}

export function hash(text: string, name: string): Hex {
  return parseInput(Hash, text.toLowerCase(), name);
}

export function address(text: string, name: string): Hex {
  return parseInput(Address, text, name);
}

/** `native` is the chain's own; it is what is meant if nothing is said. */
export function currency(text = 'native'): Hex {
  return text === 'native' ? native : address(text, '--currency');
}

export function use(text: string): Use {
  return oneOf(useNames, text, '--use');
}

export function oneOf<const T extends string>(known: readonly T[], text: string, name: string): T {
  return parseInput(z.enum(known), text, name);
}

/** A count from 1 on. */
export function count(text: string, name: string): number {
  const number = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
  if (number > 0) return number;
  throw refuseValue(name, message('errors.a-whole-number-least', { min: 1 }), text);
}

/** A place in the log, from 0 on. */
export function place(text: string, name: string): number {
  const number = /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : -1;
  if (number >= 0) return number;
  throw refuseValue(name, message('errors.a-whole-number-least', { min: 0 }), text);
}

/** Numbers of events as `1,4-6`, or `all`, up to the last there is. */
export function numbers(text: string, name: string, last: number): number[] {
  if (text === 'all') return Array.from({ length: last }, (_, at) => at + 1);
  return text.split(',').flatMap((part) => {
    const [, from = '', to = from] = /^([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/.exec(part) ?? [];
    const [first, end] = [Number(from), Number(to)];
    if (from === '' || first > end || end > last) {
      throw refuseValue(name, message('errors.event-numbers', { most: last }), text);
    }
    return Array.from({ length: end - first + 1 }, (_, at) => first + at);
  });
}
