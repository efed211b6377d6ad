import { h, type ComponentType, type FunctionComponent } from 'preact';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message, type MessageId } from '../../messages/Message.ts';
import { useReader } from '../reader/useReader.ts';
import { Failure, Waiting } from './Failure.ts';
import { useAnswer } from './useAnswer.ts';

/**
 * A part whose script is fetched from the service when it is first shown.
 *
 * @param waiting The text that is shown until the script is here.
 */
export function lazy<P>(
  waiting: MessageId<'page'>,
  load: () => Promise<ComponentType<P>>,
): FunctionComponent<P> {
  return function Lazy(props) {
    const { say } = useReader();
    const [answer, again] = useAnswer(waiting, async () => ({ part: await load().catch(unreachable) }));
    if (answer.state === 'waiting') return h(Waiting, { text: say(waiting) });
    if (answer.state === 'failed') return h(Failure, { error: answer.error, again });
    return h(answer.value.part as ComponentType<unknown>, props as object);
  };
}

function unreachable(cause: unknown): never {
  throw new LedgerError('service-unreachable', message('errors.service-answer', { url: location.origin }), {
    cause,
  });
}
