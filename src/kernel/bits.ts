/** A set of names as the contracts hold it: one bit each, in the order of `all`. */
export function toBits<T>(all: readonly T[], set: readonly T[]): number {
  return set.reduce((bits, one) => bits | (1 << all.indexOf(one)), 0);
}

/** The names in a bit set, in the order of the bits; a bit without a name is passed over. */
export function fromBits<T>(all: readonly T[], bits: number): T[] {
  return all.filter((_, bit) => (bits & (1 << bit)) !== 0);
}
