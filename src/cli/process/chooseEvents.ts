import { refuseInput } from '../../kernel/json/refuseInput.ts';
import type { Hex } from '../../kernel/values.ts';
import { message } from '../../messages/Message.ts';
import type { Disclosed } from '../../process/composePack.ts';
import { numbers } from '../command/arguments.ts';

export interface ChosenOptions {
  events: string;
  withContent?: string;
  withoutHash?: string;
  withoutLabel?: string;
}

/**
 * What of each chosen event is disclosed, by its number. Contents are read from where the session keeps them.
 *
 * @throws LedgerError `input-invalid` for events that are not there or not chosen, `content-unknown`.
 */
export async function chooseEvents(
  options: ChosenOptions,
  file: string,
  recorded: readonly { contentHash: Hex }[],
): Promise<Map<number, Disclosed>> {
  const { readContent } = await import('../../process/recorder/keepContent.ts');
  const among = (given: string | undefined, name: string) =>
    new Set(given === undefined ? [] : numbers(given, name, recorded.length));
  const events = [...among(options.events, '--events')];
  const whole = among(options.withContent, '--with-content');
  const hidden = among(options.withoutHash, '--without-hash');
  const unlabelled = among(options.withoutLabel, '--without-label');
  const chosen = new Map<number, Disclosed>();
  for (const number of events.toSorted((a, b) => a - b)) {
    const contentHash = recorded[number - 1]?.contentHash;
    let content: Disclosed['content'] = hidden.has(number) ? 'closed' : 'hash';
    if (whole.has(number) && contentHash !== undefined) content = await readContent(file, contentHash);
    chosen.set(number, { content, label: !unlabelled.has(number) });
  }
  const stray = [...whole, ...hidden, ...unlabelled].find((number) => !chosen.has(number));
  if (stray === undefined) return chosen;
  const fault = message('errors.event-not-chosen', { event: `${stray}`, got: options.events });
  throw refuseInput([{ field: '--events', fault }]);
}
