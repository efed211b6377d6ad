/** A set of names as the contracts hold it: one bit each, in the order of `all`. */
export function toBits<T>(all: readonly T[], set: readonly T[]): number {
  return set.reduce((bits, one) => bits | (1 << all.indexOf(one)), 0);
}

/**
 * The names in a bit set, in the order of the bits; a bit without a name is passed over. The same set is the same list,
 * which nobody may change: a hundred thousand works have few sets between them.
 */
export function fromBits<T>(all: readonly T[], bits: number): T[] {
  let lists = known.get(all);
  if (lists === undefined) known.set(all, (lists = new Map()));
  let list = lists.get(bits);
  if (list === undefined) {
    list = Object.freeze(all.filter((_, bit) => (bits & (1 << bit)) !== 0));
    // Somebody else's chain may name many sets.
    if (lists.size < most) lists.set(bits, list);
  }
  return list as T[];
}

const known = new WeakMap<readonly unknown[], Map<number, readonly unknown[]>>();
const most = 4096;
