import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { picture } from '../support/picture.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';

let line: Awaited<ReturnType<typeof freshCommandLine>>;
beforeAll(async () => (line = await freshCommandLine()));
afterAll(async () => await line.close());

interface Block {
  language: string;
  name: string;
  text: string;
}

/** The fenced blocks of a page, in order. */
async function blocksOf(page: string): Promise<Block[]> {
  const text = await readFile(page, 'utf8');
  return [...text.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(
    ([, language = '', name = '', body = '']) => ({ language, name, text: body }),
  );
}

it('the worked example of docs/assistance.md runs as it stands there, and prints what it says', async () => {
  const { keys, url, rpcUrl } = line.service;
  const blocks = await blocksOf('docs/assistance.md');
  await line.write('painter.key', keys.painter);
  await line.write('academy.key', keys.academy);
  await line.write('mask.png', await picture('#b5201c'));
  for (const { language, name, text } of blocks) if (language === 'json') await line.write(name, text);
  const bin = join(line.folder, 'bin');
  await mkdir(bin);
  await symlink(resolve('bin/lianpu'), join(bin, 'lianpu'));

  const scripts = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text);
  expect(scripts.length).toBeGreaterThan(4);
  const mark = '-- the next block --';
  const { stdout } = await promisify(execFile)('bash', ['-euc', scripts.join(`\necho '${mark}'\n`)], {
    cwd: line.folder,
    env: {
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      LANG: 'en_GB.UTF-8',
      LIANPU_URL: url,
      RPC_URL: rpcUrl,
    },
  });
  const printed = stdout.split(mark);
  for (const [at, { language }] of blocks.entries()) {
    const said = blocks[at + 1];
    if (language !== 'sh' || said?.language !== 'text') continue;
    const output = printed[blocks.slice(0, at).filter((one) => one.language === 'sh').length] ?? '';
    const lines = output.split('\n').map((one) => one.trim().replace(/\s+/g, ' '));
    for (const one of said.text.trim().split('\n')) {
      expect(lines).toContain(one.trim().replace(/\s+/g, ' '));
    }
  }
}, 120_000);
