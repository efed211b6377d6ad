import type { ComponentChild } from 'preact';
import type { Message, MessageId } from '../../messages/Message.ts';
import type { PageArea } from './texts.ts';
import { useReader } from './useReader.ts';

interface SentenceProps {
  id: MessageId<PageArea>;
  values?: Message['values'];
  /** Elements by the names of their places in the text. */
  parts: Readonly<Record<string, ComponentChild>>;
}

/** No text of the catalogue has these characters: they are for private use. */
const [before, after] = ['\uE000', '\uE001'];

/**
 * A text of the catalogue with elements in it.
 *
 * @example
 * h(Sentence, { id: 'page.payee', parts: { account: h(Account, { … }) } }) // To <span>…</span>
 */
export function Sentence({ id, values, parts }: SentenceProps) {
  const { say } = useReader();
  const places = Object.keys(parts).map((name) => [name, `${before}${name}${after}`] as const);
  const pieces = say(id, { ...values, ...Object.fromEntries(places) }).split(/\uE000(\w+)\uE001/);
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : (parts[piece] ?? null)));
}
