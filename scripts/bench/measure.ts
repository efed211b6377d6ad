/** What was measured against what: operations a second of both, and how many times as long the first takes. */
export interface Measure {
  name: string;
  baseline: string;
  perSecond: number;
  baselinePerSecond: number;
  /** Time of the measured over time of the baseline: the median over the rounds. */
  ratio: number;
}

/**
 * Times two things in turn, in the same process, and takes the medians of several rounds.
 *
 * @param count Operations in one run of each.
 */
export async function measure(
  names: { name: string; baseline: string },
  count: number,
  run: () => Promise<void> | void,
  baseline: () => Promise<void> | void,
  { rounds = 5, warm = true } = {},
): Promise<Measure> {
  if (warm) {
    await run();
    await baseline();
  }
  const times: [mine: number, base: number][] = [];
  for (let round = 0; round < rounds; round += 1) times.push([await toTime(run), await toTime(baseline)]);
  return {
    ...names,
    perSecond: count / median(times.map(([mine]) => mine)),
    baselinePerSecond: count / median(times.map(([, base]) => base)),
    ratio: median(times.map(([mine, base]) => mine / base)),
  };
}

async function toTime(run: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
