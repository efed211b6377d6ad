import { message, type Message } from '../../messages/Message.ts';
import type { Decision } from '../Decision.ts';

/** How the index stood to the chain. */
export function chainMessage({ state, blocks, seconds }: Decision['chain']): Message<'check'> {
  return message('check.chain', {
    state,
    blocks: blocks ?? -1,
    read: seconds === null ? message('check.chain-never-read') : message('check.chain-read', { seconds }),
  });
}
