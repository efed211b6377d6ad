import type { Say } from '../reader/texts.ts';

/** What is wrong with a text that is no account's address. */
export function addressFault(text: string, say: Say): string {
  if (!text.startsWith('0x')) return say('page.check-prefix');
  if (!/^0x[0-9a-fA-F]*$/.test(text)) return say('page.check-digits');
  return say('page.check-length', { count: text.length - 2 });
}
