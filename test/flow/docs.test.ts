import { expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { mappings } from '../../src/terms/profile/mappings.ts';
import { runDocsPage } from '../support/docsPage.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';

it.each(['docs/reference/assistance.md', 'docs/reference/terms.md'])(
  'the worked example of %s runs as it stands there, and prints what it says',
  async (page) => {
    const line = await freshCommandLine();
    try {
      await runDocsPage(line, page);
    } finally {
      await line.close();
    }
  },
  120_000,
);

it('every table of docs/reference/terms.md that maps vocabularies is what the code maps by', async () => {
  const page = await readFile('docs/reference/terms.md', 'utf8');
  const cells = (row: string) =>
    row
      .replace(/^\| | \|$/g, '')
      .split(' | ')
      .map((cell) => cell.trim());
  for (const { title, head, rows } of mappings()) {
    const [, section = ''] = page.split(`### ${title}\n`);
    const [heading, , ...table] = (section.split(/^#/m)[0] ?? '')
      .split('\n')
      .filter((one) => one.startsWith('|'));
    expect(cells(heading ?? ''), title).toEqual(head);
    expect(table.map(cells), title).toEqual(rows);
  }
});
