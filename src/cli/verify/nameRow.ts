import type { Check } from '../../verify/checks.ts';
import type { Row } from '../../verify/Verification.ts';
import type { Say } from '../command/Say.ts';

/** What was checked, and of what. */
export function nameRow(row: Row, say: Say): string {
  return [nameCheck(row.check, say), ...nameAbout(row, say)].join(', ');
}

export function nameCheck(check: Check, say: Say): string {
  return say(`verify.check-${check}`);
}

/** What a check is about, from the file to the entry. */
function nameAbout({ entry, last = entry, head, event, file, block, field }: Row, say: Say): string[] {
  return [
    file,
    field,
    head === undefined ? undefined : say('verify.about-head', { count: head }),
    event === undefined ? undefined : say('verify.about-event', { event: `${event}` }),
    entry === undefined
      ? undefined
      : entry === last
        ? say('verify.about-entry', { entry: `${entry}` })
        : say('verify.about-entries', { entry: `${entry}`, last: `${last}` }),
    block === undefined ? undefined : say('verify.about-block', { block: `${block}` }),
  ].filter((part) => part !== undefined);
}
