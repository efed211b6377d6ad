import type { Say } from './Say.ts';

/** Help that shows a command at work. */
export function example(say: Say, ...lines: readonly string[]): string {
  const shown = lines.map((line) => `  $ ${line}`).join('\n');
  return `\n${say(lines.length === 1 ? 'cli.example' : 'cli.examples')}\n${shown}`;
}
