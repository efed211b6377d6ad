import { twoGenerations } from './twoGenerations.ts';

const copies = twoGenerations<string, string>(100_000);

/**
 * The one copy of a text that many rows have, such as an account: of a hundred thousand works that are remembered it
 * takes its place once, and two that are the same are seen to be at a glance.
 */
export function oneCopy<T extends string>(text: T): T {
  const known = copies.get(text);
  if (known !== undefined) return known as T;
  copies.set(text, text);
  return text;
}
