import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { network } from 'hardhat';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localKey } from '../../scripts/seed/cast.ts';
import { connectLianpu } from '../../src/sdk/connectLianpu.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianpu-start-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'scripts/start.ts', ...args],
    {
      env: { ...process.env, LIANPU_FOLDER: folder, ...env },
    },
  );
  children.push(child);
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  const says = async (pattern: RegExp): Promise<string> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const found = pattern.exec(out)?.[1];
      if (found !== undefined) return found;
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`expected ${pattern.source}, got ${out}${err}`);
  };
  return { child, ended, says };
}

it('a taken port is named, for the chain and for the service', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  for (const args of [
    ['--chain-port', `${port}`],
    ['--chain-port', '0', '--port', `${port}`],
  ]) {
    const { code, err } = await start([...args, '--once']).ended;
    expect(code).toBe(1);
    expect(err.trim()).toMatch(new RegExp(`^port-taken: .*${port}`));
  }
  taken.close();
}, 60_000);

it.each([
  [['--port', '99999'], {}, 'input-invalid'],
  [['--nonsense'], {}, 'input-invalid'],
  [[], { RPC_URL: 'nowhere' }, 'input-invalid'],
  [[], { RPC_URL: 'http://127.0.0.1:1' }, 'chain-unreachable'],
] as [string[], Record<string, string>, string][])(
  '%j with %j is refused in a line',
  async (args, env, expected) => {
    const { code, err } = await start(args, env).ended;
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err.trim().split(':')[0]).toBe(expected);
  },
);

it('on a chain that is there, it deploys once, serves, and stops when it is told', async () => {
  const node = await network.createServer('local', '127.0.0.1', 0);
  const { address, port } = await node.listen();
  const env = { RPC_URL: `http://${address}:${port}`, LIANPU_OPERATOR_KEY: localKey(0) };
  expect((await start([], { RPC_URL: env.RPC_URL }).ended).err).toMatch(/^\nsigner-missing: /);

  const deployments: unknown[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const { child, ended, says } = start(['--port', '0'], env);
    const url = await says(/Service and page +(\S+)[^]*Ctrl-C/);
    deployments.push((await connectLianpu({ url }).status()).deployment);
    child.kill(signal);
    expect((await ended).code).toBe(signal === 'SIGINT' ? 130 : 143);
    await expect(connectLianpu({ url }).status()).rejects.toMatchObject({ code: 'service-unreachable' });
  }
  expect(deployments[1]).toEqual(deployments[0]);

  // A fresh local chain has the same id, and none of the contracts.
  const { err } = await start(['--port', '0', '--chain-port', '0']).ended;
  expect(err.trim().split(':')[0]).toBe('chain-mismatch');

  const file = join(folder, 'deployment.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('31337', '1'));
  expect((await start(['--port', '0'], env).ended).err).toMatch(/^\nchain-mismatch: /);
  await node.close();
}, 90_000);
