import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    'true service-unreachable status,work,bulk,assistance,process,licence,usage,royalty,trace,log',
  );
});

it('the built client asks for nothing a browser lacks, and for ethers only when something is sent', async () => {
  const imported = await importedBy('index.js');
  expect(imported.length).toBeGreaterThan(2);
  expect(imported.filter((name) => name.startsWith('node:') || name.startsWith('ethers'))).toEqual([]);
});

it('the built recorder records a session in plain Node, and reads it back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lianpu-built-'));
  const recording = `
    import { keepContent, openRecorder, readSessionFile, startSession } from 'lianpu/process';
    const file = ${JSON.stringify(join(folder, 'a.session'))};
    startSession(file, '0x${'11'.repeat(20)}');
    const recorder = openRecorder(file);
    const contentHash = await keepContent(file, new TextEncoder().encode('a red face'));
    recorder.record({ kind: 'prompt', contentHash, label: 'first' });
    recorder.close();
    console.log(readSessionFile(file).events.length);`;
  const args = [
    '--no-strip-types',
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '-e',
    recording,
  ];
  expect((await promisify(execFile)(process.execPath, args)).stdout.trim()).toBe('1');
  await rm(folder, { recursive: true });
});

it('the built verifier verifies in plain Node, and connects to a chain only when it asks one', async () => {
  const verifying = `
    import { chainGround, verifyEntry } from 'lianpu/verify';
    const ground = chainGround('http://127.0.0.1:1');
    const refuse = (error) => console.log(error.code);
    await verifyEntry({}, ground).catch(refuse);
    await ground.chainId().catch(refuse);
    ground.close();`;
  const args = ['--no-strip-types', '--input-type=module', '-e', verifying];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout.trim().split('\n')).toEqual(['input-invalid', 'chain-unreachable']);
  const imported = await importedBy('verify.js');
  expect(imported.filter((name) => /^(ethers|kysely|pg|node:sqlite)/.test(name))).toEqual([]);
});

/** What a module of the package imports at once, and what those of its own import. */
async function importedBy(name: string): Promise<string[]> {
  const text = await readFile(join('dist/sdk', name), 'utf8');
  const names = [...text.matchAll(/^import .*? from "([^"]+)"/gm)].map(([, from]) => from ?? '');
  const own = names.filter((from) => from.startsWith('./'));
  return [...names, ...(await Promise.all(own.map(importedBy))).flat()];
}
