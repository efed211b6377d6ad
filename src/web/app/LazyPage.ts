import { h, type ComponentType } from 'preact';
import { useAnswer } from '../service/useAnswer.ts';
import { Failure, Waiting } from '../service/Failure.ts';

interface LaterProps {
  what: string;
  load: () => Promise<ComponentType>;
}

/** A page whose script is fetched when somebody goes there. */
export function LazyPage({ what, load }: LaterProps) {
  const [answer, again] = useAnswer(what, async () => ({ page: await load() }));
  if (answer.state === 'waiting') return h(Waiting, { what });
  if (answer.state === 'failed') return h(Failure, { error: answer.error, again });
  return h(answer.value.page, null);
}
