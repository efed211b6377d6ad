import type { Origin } from '../../kernel/values.ts';
import type { Call } from './send.ts';
import type { Session } from './session.ts';

/** Sends a transaction of the signer's and waits until the service has read it; what sends is loaded when needed. */
export async function sent(session: Session, call: Call): Promise<Origin> {
  const { send } = await import('./send.ts');
  return await session.seen(await send(session, call));
}
