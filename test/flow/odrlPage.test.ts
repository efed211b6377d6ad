import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('the examples of the page about ODRL print what it says', async () => {
  const page = await readFile('docs/reference/odrl.md', 'utf8');
  const examples = [...page.matchAll(/```ts\n([^]*?)```\n\n```text\n([^]*?)```/g)];
  expect(examples.length).toBeGreaterThan(0);
  for (const [, code = '', printed] of examples) {
    const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '--eval'];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, code]);
    expect(stdout).toBe(printed);
  }
});
