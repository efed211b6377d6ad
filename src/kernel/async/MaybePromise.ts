/**
 * A value that is there, or will be. What is remembered is there at once, and waiting for it by a promise takes as long
 * as deciding by it.
 */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value: now, if it is there. */
export function whenReady<T, U>(
  value: MaybePromise<T>,
  next: (value: T) => MaybePromise<U>,
): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All of some values: at once, if each of them is there. */
export function allReady<T>(values: readonly MaybePromise<T>[]): MaybePromise<T[]> {
  return values.some((one) => one instanceof Promise) ? Promise.all(values) : (values as T[]);
}
