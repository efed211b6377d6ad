/** Collects the values of an option that can be given more than once. */
export function repeatable(value: string, before: string[] = []): string[] {
  return [...before, value];
}
