import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { toRefusal, runCli, startCli } from './spawnCli.ts';

const stages = ['work', 'assistance', 'licence', 'usage', 'royalty', 'trace'];
/** Nothing listens on it. */
const nowhere = ['--url', 'http://127.0.0.1:1', '--rpc', 'http://127.0.0.1:1'];
const someone = `0x${'11'.repeat(20)}`;
const someTerms = `0x${'22'.repeat(32)}`;
const key = `0x${'33'.repeat(32)}`;

describe('help', () => {
  it('lists every stage', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of [...stages, 'status']) expect(stdout).toContain(`\n  ${name} `);
  });

  it('goes to stderr, with exit code 2, where a command is missing', async () => {
    const { code, stdout, stderr } = await runCli(['licence']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('\n  check ');
  });
});

describe('arguments that are wrong', () => {
  it.each([
    ['an unknown command', ['dance']],
    ['an unknown option', ['work', 'list', '--colour']],
    ['a missing argument', ['work', 'show']],
    ['a missing option', ['licence', 'check', '1', '--licensee', someone]],
    ['an id that is none', ['work', 'show', 'guan-yu']],
    ['an amount with a comma', ['royalty', 'pay', '1', '1,5']],
    ['a kind that is none', ['work', 'list', '--kind', 'statue']],
  ])('are refused before anything is asked: %s', async (_, args) => {
    const refused = toRefusal(await runCli([...args, ...nowhere, '--json']));
    expect(refused).toMatchObject({ exit: 2, stdout: '', code: 'input-invalid' });
  });

  it('name the uses there are', async () => {
    const check = ['licence', 'check', '1', '--licensee', someone, '--use', 'fly'];
    const { exit, details } = toRefusal(await runCli([...check, ...nowhere, '--json']));
    expect(exit).toBe(2);
    const known = { id: 'errors.one-of', values: { values: expect.arrayContaining(['embedInGame']) } };
    expect(details['issues']).toMatchObject([{ field: '--use', values: { expected: known } }]);
  });
});

describe('a key', () => {
  it('that is missing for a write is asked for', async () => {
    const refused = toRefusal(await runCli(['licence', 'acquire', '1', someTerms, ...nowhere, '--json']));
    expect(refused).toMatchObject({ exit: 2, code: 'signer-missing' });
  });

  it('that is none is refused and not repeated', async () => {
    const ran = await runCli(['royalty', 'claim', ...nowhere, '--json'], { LIANPU_KEY: '0xc0ffee' });
    expect(toRefusal(ran)).toMatchObject({ exit: 2, code: 'input-invalid' });
    expect(ran.stderr).not.toContain('c0ffee');
  });

  it('of a file that is not there is refused with the name of the file', async () => {
    const claim = ['royalty', 'claim', '--key-file', 'nowhere.key', ...nowhere, '--json'];
    expect(toRefusal(await runCli(claim))).toMatchObject({ exit: 2, details: { file: 'nowhere.key' } });
  });

  it('is no argument', async () => {
    const refused = toRefusal(await runCli(['royalty', 'claim', '--key', key, ...nowhere, '--json']));
    expect(refused).toMatchObject({ exit: 2, code: 'input-invalid' });
    expect(refused.message).not.toContain(key);
  });
});

describe('where nobody answers', () => {
  it('a read says that the service is unreachable', async () => {
    const refused = toRefusal(await runCli(['status', ...nowhere, '--json']));
    expect(refused).toMatchObject({ exit: 7, stdout: '', code: 'service-unreachable' });
  });

  it('what is sent says that the chain is unreachable', async () => {
    const claim = ['royalty', 'claim', ...nowhere, '--json'];
    expect(toRefusal(await runCli(claim, { LIANPU_KEY: key }))).toMatchObject({
      exit: 7,
      code: 'chain-unreachable',
    });
  });

  it('a person reads the code first', async () => {
    const { code, stdout, stderr } = await runCli(['status', ...nowhere]);
    expect({ code, stdout }).toEqual({ code: 7, stdout: '' });
    expect(stderr.split('\n')[0]).toMatch(/^service-unreachable: /);
  });
});

it('whoever stops reading is not told about it', async () => {
  const child = startCli(['licence', 'check', '--help']);
  child.stdout?.destroy();
  let stderr = '';
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

it('an interrupted command exits with 130', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const child = startCli(['status', '--url', `http://127.0.0.1:${port}`]);
  await once(silent, 'request');
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number | null];
  silent.closeAllConnections();
  silent.close();
  expect(code).toBe(130);
});
