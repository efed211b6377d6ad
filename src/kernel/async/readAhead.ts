/**
 * Reads numbered things in their order while some that follow are under way: a place far away answers as fast as one
 * that is near.
 *
 * @param width How many are under way at once.
 */
export async function* readAhead<T>(
  count: number,
  width: number,
  read: (n: number) => Promise<T>,
): AsyncGenerator<T, undefined> {
  const pending: Promise<T>[] = [];
  for (let n = 0; n < count || pending.length > 0; n += 1) {
    if (n < count) {
      const one = read(n);
      // Who stops reading is not told what became of the rest.
      one.catch(() => undefined);
      pending.push(one);
    }
    if (pending.length >= width || n >= count) yield await (pending.shift() as Promise<T>);
  }
}
