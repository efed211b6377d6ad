/** Groups of files of which each imports all others of its group, directly or by way of other files. */
export function findCircles(imports: { from: string; to: string }[]): string[][] {
  const byFile = Map.groupBy(imports, ({ from }) => from);
  const reach = new Map([...byFile.keys()].map((file) => [file, reachable(file)]));
  const circles = new Map<string, string[]>();
  for (const [file, others] of reach) {
    if (!others.has(file)) continue;
    const circle = [...others].filter((other) => reach.get(other)?.has(file)).toSorted();
    circles.set(circle.join(), circle);
  }
  return [...circles.values()];

  function reachable(file: string): Set<string> {
    const reached = new Set<string>();
    const open = [file];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const { to } of byFile.get(next) ?? []) {
        if (!reached.has(to)) open.push(to);
        reached.add(to);
      }
    }
    return reached;
  }
}
