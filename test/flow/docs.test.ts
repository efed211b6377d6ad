import { expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { mappings } from '../../src/terms/profile/mappings.ts';
import { presetTerms } from '../../src/terms/draft/presets.ts';
import { maskColour, runDocsPage } from '../support/docsPage.ts';
import { maskDraft } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';

it.each([
  'docs/guide/creator.md',
  'docs/guide/operator.md',
  'docs/reference/assistance.md',
  'docs/reference/process.md',
  'docs/reference/terms.md',
])(
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

it('the guide for platforms runs as it stands there, about a mask that is offered for games', async () => {
  const line = await freshCommandLine();
  try {
    const painter = line.service.as('painter');
    const { workId } = await painter.work.register(
      { ...maskDraft, retained: ['aiTraining'] },
      await picture(maskColour),
    );
    await painter.licence.offer(
      workId,
      presetTerms('gameUse', { price: `${5n * 10n ** 16n}`, revenueShareBps: 1000, duration: 365 * 86_400 }),
    );
    await runDocsPage(line, 'docs/guide/platform.md', { WORK: `${workId}` });
  } finally {
    await line.close();
  }
}, 120_000);

it('every table of docs/reference/profile.md that maps vocabularies is what the code maps by', async () => {
  const page = await readFile('docs/reference/profile.md', 'utf8');
  const cells = (row: string) =>
    row
      .replace(/^\| | \|$/g, '')
      .split(' | ')
      .map((cell) => cell.trim());
  for (const { title, head, rows } of mappings()) {
    const [, section = ''] = page.split(`## ${title}\n`);
    const [heading, , ...table] = (section.split(/^#/m)[0] ?? '')
      .split('\n')
      .filter((one) => one.startsWith('|'));
    expect(cells(heading ?? ''), title).toEqual(head);
    expect(table.map(cells), title).toEqual(rows);
  }
});
