import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findWords } from './words/findWords.ts';

/** What users read: the catalogue's English, the documentation, the change log. */
const read = ['src/messages/en/*.json', 'README.md', 'CHANGELOG.md', 'docs/**/*.md', '.github/*.md'];

const files = execFileSync('git', ['ls-files', '--', ...read.map((one) => `:(glob)${one}`)], {
  encoding: 'utf8',
});
const faults = files
  .split('\n')
  .filter((file) => file !== '')
  .flatMap((file) =>
    findWords(readFileSync(file, 'utf8')).map(
      ({ line, found, better }) => `${file}:${line}: found “${found}”, write: ${better}`,
    ),
  );
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
