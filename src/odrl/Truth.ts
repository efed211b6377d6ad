/** Kleene's three truth values in their order: `and` is the least of some, `or` the greatest, `not` what is left to 2. */
export type Truth = 0 | 1 | 2;

export const no = 0;
export const unknown = 1;
export const yes = 2;

export function not(truth: Truth): Truth {
  return (2 - truth) as Truth;
}

export function and(one: Truth, other: Truth): Truth {
  return one < other ? one : other;
}

export function or(one: Truth, other: Truth): Truth {
  return one > other ? one : other;
}

/** Whether exactly one holds: that is known when two hold, or when no other can. */
export function exactlyOne(truths: readonly Truth[]): Truth {
  let [held, open] = [0, 0];
  for (const truth of truths) {
    if (truth === yes) held += 1;
    else if (truth === unknown) open += 1;
  }
  if (held > 1) return no;
  if (open > 0) return unknown;
  return held === 1 ? yes : no;
}
