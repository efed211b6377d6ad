import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** What is built or installed is no part of the tree. */
const made = ['artifacts', 'cache', 'coverage', 'dist', 'node_modules'];

it('the tree in the README is the tree of the repository', async () => {
  const [, drawn = ''] = (await readFile('README.md', 'utf8')).split('## Where things are\n\n```\n');
  const [tree = ''] = drawn.split('```');
  const named = (pattern: RegExp) => [...tree.matchAll(pattern)].map(([, name = '']) => name).sort();
  expect(named(/^(\w+)\//gm)).toEqual(await foldersIn('.'));
  expect(named(/^ {2}(\w+)\//gm)).toEqual(await foldersIn('src'));
});

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return folders.filter((name) => !name.startsWith('.') && !made.includes(name)).sort();
}
