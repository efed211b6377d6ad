import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** As a user's program has it: JavaScript, by the package's name, without this project's loader. */
const program = `
  import { connectLianpu, LedgerError } from 'lianpu/sdk';
  const client = connectLianpu({ url: 'http://127.0.0.1:1' });
  try {
    await client.status();
  } catch (error) {
    console.log(error instanceof LedgerError, error.code, Object.keys(client).join());
  }`;

it('the built client runs in plain Node, and throws typed errors', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--no-strip-types',
    '--input-type=module',
    '-e',
    program,
  ]);
  expect(stdout.trim()).toBe(
    'true service-unreachable status,work,assistance,licence,usage,royalty,trace,log',
  );
});

it('the built client asks for nothing a browser lacks, and for ethers only when something is sent', async () => {
  const text = await readFile('dist/sdk/index.js', 'utf8');
  const imported = [...text.matchAll(/^import .*? from "([^"]+)"/gm)].map(([, name]) => name ?? '');
  expect(imported.length).toBeGreaterThan(2);
  expect(imported.filter((name) => name.startsWith('node:') || name.startsWith('ethers'))).toEqual([]);
});
