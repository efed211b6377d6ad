/**
 * A value that is there, or will be. What is remembered is there at once, and waiting for it by a promise takes as long
 * as deciding by it.
 */
export type Soon<T> = T | Promise<T>;

/** Goes on with a value: now, if it is there. */
export function after<T, U>(value: Soon<T>, next: (value: T) => Soon<U>): Soon<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All of some values: at once, if each of them is there. */
export function all<T>(values: readonly Soon<T>[]): Soon<T[]> {
  return values.some((one) => one instanceof Promise) ? Promise.all(values) : (values as T[]);
}
