import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { picture } from '../../support/picture.ts';
import { freshService, type Who } from '../../support/service.ts';
import { toRefusal, runCli } from './spawnCli.ts';

/** A service, a folder of files, and the cast at their command lines; nobody (`null`) has no key. */
export async function freshCommandLine() {
  const service = await freshService();
  const folder = await mkdtemp(join(tmpdir(), 'lianpu-cli-'));
  const place = { LIANPU_URL: service.url, RPC_URL: service.rpcUrl };
  const write = async (name: string, content: string | Uint8Array) => {
    const file = join(folder, name);
    await writeFile(file, content);
    return file;
  };
  const run = async (who: Who | null, ...args: string[]) =>
    await runCli([...args, '--json'], {
      ...place,
      ...(who === null ? {} : { LIANPU_KEY: service.keys[who] }),
    });
  return {
    service,
    folder,
    write,
    json: (name: string, value: unknown) => write(name, JSON.stringify(value)),
    picture: async (colour: string) => await write(`${colour.slice(1)}.png`, await picture(colour)),
    /** What a person reads, who needs no key. */
    read: async (...args: string[]) => await runCli(args, place),
    /** An answer with its exit code. */
    ask: async (...args: string[]) => {
      const { code, stdout } = await run(null, ...args);
      return { exit: code, ...JSON.parse(stdout) };
    },
    /** The one JSON document of a command that did what it was asked. */
    done: async (who: Who | null, ...args: string[]) => {
      const { code, stdout, stderr } = await run(who, ...args);
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
      return JSON.parse(stdout);
    },
    refused: async (who: Who | null, ...args: string[]) => toRefusal(await run(who, ...args)),
    close: async () => {
      await service.close();
      await rm(folder, { recursive: true });
    },
  };
}
