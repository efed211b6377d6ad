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

/** The colour of `mask.png`, and so which file it is. */
export const maskColour = '#b5201c';

/** A printed line, in which `…` stands for anything. */
function toPattern(text: string): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('…', '.*')}$`);
}

/** The fenced blocks of a page, in order. */
async function listBlocks(page: string): Promise<Block[]> {
  const text = await readFile(page, 'utf8');
  return [...text.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(
    ([, language = '', name = '', body = '']) => ({ language, name, text: body }),
  );
}

/**
 * Runs the commands of a page as they stand there, beside the files it shows, and expects every line that it says they
 * print; `…` stands for what differs each time.
 *
 * Everybody of the cast has a key (`painter.key`) and an account (`$PAINTER`). `given` are more variables.
 */
export async function runDocsPage(
  line: Awaited<ReturnType<typeof freshCommandLine>>,
  page: string,
  given: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { keys, accounts, url, rpcUrl } = line.service;
  const blocks = await listBlocks(page);
  for (const [name, key] of Object.entries(keys)) await line.write(`${name}.key`, key);
  await line.write('mask.png', await picture(maskColour));
  await line.write('skin.png', await picture('#203040'));
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
      ...Object.fromEntries(Object.entries(accounts).map(([name, account]) => [name.toUpperCase(), account])),
      ...given,
    },
  });
  const printed = stdout.split(mark);
  for (const [at, { language }] of blocks.entries()) {
    const said = blocks[at + 1];
    if (language !== 'sh' || said?.language !== 'text') continue;
    const output = printed[blocks.slice(0, at).filter((one) => one.language === 'sh').length] ?? '';
    const lines = output.split('\n').map((one) => one.trim().replace(/\s+/g, ' '));
    for (const one of said.text.trim().split('\n')) {
      expect(lines).toContainEqual(expect.stringMatching(toPattern(one.trim().replace(/\s+/g, ' '))));
    }
  }
}
