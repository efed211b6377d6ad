import { useCallback, useEffect, useState } from 'preact/hooks';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';

/** What became of a question to the service. */
export type Answer<T> =
  { state: 'waiting' } | { state: 'ready'; value: T } | { state: 'failed'; error: LedgerError };

/**
 * Asks when a part is first shown and whenever `about` changes; an answer that comes after the next question is
 * dropped.
 *
 * @param about What the question is about: the same text, the same question.
 * @returns the answer, and what asks again.
 */
export function useAnswer<T>(about: string, ask: () => Promise<T>): [Answer<T>, () => void] {
  const [held, setHeld] = useState<{ about: string; answer: Answer<T> }>({
    about,
    answer: { state: 'waiting' },
  });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    const hold = (answer: Answer<T>) => {
      if (current) setHeld({ about, answer });
    };
    hold({ state: 'waiting' });
    ask().then(
      (value) => hold({ state: 'ready', value }),
      (error: unknown) => hold({ state: 'failed', error: ownError(error) }),
    );
    return () => {
      current = false;
    };
    // `ask` is made anew with every drawing; `about` says whether it asks something else.
  }, [about, round]);
  const again = useCallback(() => setRound((last) => last + 1), []);
  return [held.about === about ? held.answer : { state: 'waiting' }, again];
}

/** What was thrown, as the one error of Lianpu's. */
export function ownError(error: unknown): LedgerError {
  if (error instanceof LedgerError) return error;
  return new LedgerError('service-failed', message('errors.page-failed'), { cause: error });
}
