import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../solidity/compile.ts';

/** Survivors that docs/develop/mutants.md explains, as `keyOf` writes them. */
export function readExplained(): Set<string> {
  const text = readFileSync(join(root, 'docs/develop/mutants.md'), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('| `contracts/'));
  return new Set(
    rows.map((row) => {
      const [file = '', before = '', after = ''] = row
        .split(/(?<!\\)\|/)
        .slice(1)
        .map((cell) =>
          cell
            .trim()
            .replace(/^`+ ?(.*?) ?`+$/, '$1')
            .replaceAll('\\|', '|'),
        );
      return toKey(file, before, after);
    }),
  );
}

/** Lines move, so a mutant is known by what they say. */
export function toKey(file: string, before: string, after: string): string {
  return [file, before, after].join('\n');
}
