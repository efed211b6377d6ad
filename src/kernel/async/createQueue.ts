/** Runs tasks one after another, in the order they were given. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * A queue in which a task begins when all before it have ended, well or not.
 *
 * @example
 * const inTurn = createQueue()
 * await Promise.all([inTurn(first), inTurn(second)]) // second begins when first has ended
 */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(task);
    last = done.catch(() => undefined);
    return done;
  };
}
