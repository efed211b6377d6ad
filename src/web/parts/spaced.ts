/**
 * A name from data as words.
 *
 * @example
 * spaced('foreheadMark') // 'forehead mark'
 * spaced('three-tile') // 'three tile'
 */
export function spaced(name: string): string {
  return name
    .replace(
      /([a-z])([A-Z])(?=[a-z])/g,
      (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    )
    .replace(/[-_]+/g, ' ');
}
