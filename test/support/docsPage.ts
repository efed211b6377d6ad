import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { freshCommandLine } from '../src/cli/commandLine.ts';
import { picture } from './picture.ts';

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

/**
 * Runs the commands of a page as they stand there, beside the files that it shows, and expects every line that it says
 * they print.
 */
export async function runDocsPage(
  line: Awaited<ReturnType<typeof freshCommandLine>>,
  page: string,
): Promise<void> {
  const { keys, url, rpcUrl } = line.service;
  const blocks = await blocksOf(page);
  await line.write('painter.key', keys.painter);
  await line.write('academy.key', keys.academy);
  await line.write('mask.png', await picture('#b5201c'));
  for (const { language, name, text } of blocks) if (language === 'json') await line.write(name, text);
  const bin = join(line.folder, 'bin');
  await mkdir(bin);
  await symlink(resolve('bin/lianpu'), join(bin, 'lianpu'));

  const scripts = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text);
  expect(scripts.length).toBeGreaterThan(2);
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
}
