import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const pages = new Map<string, string>();
for await (const page of glob(['*.md', '.github/*.md', 'docs/**/*.md'])) {
  pages.set(page, await readFile(page, 'utf8'));
}

it('every link of the documentation leads to a page and a heading that exist', () => {
  const broken = [...pages].flatMap(([page, text]) =>
    targetsOf(text)
      .filter((target) => !exists(page, target))
      .map((target) => `${page}: ${target}`),
  );
  expect(pages.size).toBeGreaterThan(20);
  expect(broken).toEqual([]);
});

it('every path of the repository that the documentation names exists', () => {
  const missing = [...pages].flatMap(([page, text]) =>
    [...text.matchAll(/(?<![\w/])(?:src|test|scripts|contracts|docs|seeds)\/[\w./-]*\w/g)]
      .filter(([path]) => !existsSync(path))
      .map(([path]) => `${page}: ${path}`),
  );
  expect(missing).toEqual([]);
});

/** Where links of this repository lead: those in the text, and those named at the end of it. */
function targetsOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)]
    .map(([, inline, named]) => inline ?? named ?? '')
    .filter((target) => !target.startsWith('http'));
}

function exists(page: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  return existsSync(file) && (heading === undefined || anchorsIn(pages.get(file) ?? '').has(heading));
}

/** Headings, as GitHub links to them. */
function anchorsIn(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
    ),
  );
}
