/** Draws without repetition, the same for the same seed, and keeps the order. */
export function takeSample<T>(all: T[], count: number, seed: number): T[] {
  let state = seed >>> 0;
  // Mulberry32: small, even enough to choose by, and the same everywhere.
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return all
    .map((item, place) => ({ item, place, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
