import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { checks } from '../../../src/verify/checks.ts';

it('docs/reference/verify.md lists every check, in the order they are made', async () => {
  const page = await readFile('docs/reference/verify.md', 'utf8');
  const sections = page.split(/^## /m).slice(1);
  const listed = sections.map((section) => [...section.matchAll(/^\| `(.*?)`/gm)].map(([, name]) => name));
  expect(listed).toEqual(Object.values(checks));
});
