import type { Hex } from '../../kernel/values.ts';
import { computeWorkId } from '../../work/computeWorkId.ts';
import type { Bounds, ShownEvent } from './PackVerification.ts';
import type { OpenEvent } from '../../process/ProcessPack.ts';

/** What an open event shows; a content whose hash is known has the id that a work of it would have. */
export function shownEvent(
  number: number,
  { kind, time, content, label }: OpenEvent,
  author: Hex,
  bounds: Bounds,
): ShownEvent {
  const contentHash = content.state === 'closed' ? null : content.hash;
  return {
    number,
    kind,
    time,
    contentHash,
    content: content.state,
    label: label.state === 'open' ? label.text : null,
    workId: contentHash === null ? null : computeWorkId(author, contentHash),
    ...bounds,
  };
}
