import { message, type Message } from '../messages/Message.ts';
import type { Use } from './Uses.ts';

/** What a use is called. */
export function useMessage(use: Use): Message<'terms'> {
  return message(`terms.use-${use}`);
}
