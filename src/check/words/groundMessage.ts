import { message, type Message } from '../../messages/Message.ts';
import type { Ground } from '../Decision.ts';

/** The work that an answer rests on, with the way up to it; null for the work asked about, if no label is on it. */
export function groundMessage({ workId, generation, path, label }: Ground): Message<'check'> | null {
  if (workId === null || (generation === 0 && label === null)) return null;
  return message('check.ground', { generation, path: path.join(' ← '), label: label ?? 'none' });
}
