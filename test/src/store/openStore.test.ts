import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inspect, promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../../src/store/openStore.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
  file = join(folder, 'lianpu.db');
});
afterEach(() => rm(folder, { recursive: true }));

it('a store is kept in its file', async () => {
  const store = await openStore(file);
  await store.insertInto('blocks').values({ number: 7, hash: '0x07', timestamp: 1 }).execute();
  await store.destroy();
  const again = await openStore(file);
  expect(await again.selectFrom('blocks').select('number').execute()).toEqual([{ number: 7 }]);
  await again.destroy();
});

it('a schema from the future is refused with store-corrupt, and not a byte changes', async () => {
  await (await openStore(file)).destroy();
  execute("INSERT INTO kysely_migration VALUES ('2', '2030-01-01T00:00:00.000Z')");
  await expectRefused('store-corrupt', { expected: ['1'], got: ['1', '2'] });
});

it.each([
  ['short', 'no database'],
  ['long', 'no database '.repeat(1000)],
])('a %s file that is no database is refused with store-corrupt, and not a byte changes', async (_, text) => {
  await writeFile(file, text);
  await expectRefused('store-corrupt');
});

it('a database of another program is refused with store-corrupt, and not a byte changes', async () => {
  execute('CREATE TABLE bookmarks (url text)');
  await expectRefused('store-corrupt');
});

it('a store cut short is refused with store-corrupt, and not a byte changes', async () => {
  await (await openStore(file)).destroy();
  const whole = await readFile(file);
  await writeFile(file, whole.subarray(0, 6000));
  await expectRefused('store-corrupt');
});

it('a read-only file is refused with store-unreachable, and not a byte changes', async () => {
  await (await openStore(file)).destroy();
  await chmod(file, 0o444);
  await expectRefused('store-unreachable');
});

it('a schema that cannot be completed is refused with store-corrupt, and not a byte changes', async () => {
  execute('CREATE TABLE kysely_migration (name text, timestamp text); CREATE TABLE anchors (root text)');
  await expectRefused('store-corrupt');
});

it('processes that open a new file at once all get a store', async () => {
  const source = `
    const { openStore } = await import(${JSON.stringify(import.meta.resolve('../../../src/store/openStore.ts'))});
    while (Date.now() < ${Date.now() + 2000});
    const store = await openStore(${JSON.stringify(file)});
    await store.destroy();
  `;
  const open = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source]);
  await expect(Promise.all([1, 2, 3, 4].map(open))).resolves.toHaveLength(4);
});

it('a folder that is not there is refused with store-unreachable', async () => {
  await expect(openStore(join(folder, 'none', 'lianpu.db'))).rejects.toMatchObject({
    code: 'store-unreachable',
  });
});

it.each(['', 'mysql://lianpu:opera@127.0.0.1/lianpu', 'postgres://lianpu:op/era@127.0.0.1/lianpu'])(
  'a URL that names no store (%o) is refused with input-invalid, its password unsaid',
  async (url) => {
    const error: unknown = await openStore(url).catch((refusal: unknown) => refusal);
    expect(error).toMatchObject({ code: 'input-invalid' });
    expect(inspect(error, { depth: 20 })).not.toMatch(/opera|op\/era/);
  },
);

it('a PostgreSQL that is not there is refused with store-unreachable, its password unsaid', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const url = `postgres://lianpu:opera@127.0.0.1:${port}/lianpu?application_name=opera`;
  const error: unknown = await openStore(url).catch((refusal: unknown) => refusal);
  expect(error).toMatchObject({ code: 'store-unreachable', cause: { code: 'ECONNREFUSED' } });
  expect((error as Error).message).toContain(`lianpu@127.0.0.1:${port}`);
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain('opera');
});

async function expectRefused(code: string, details: object = {}): Promise<void> {
  const before = await readFile(file);
  await expect(openStore(file)).rejects.toMatchObject({ code, details });
  expect((await readFile(file)).equals(before)).toBe(true);
  expect(await readdir(folder)).toEqual(['lianpu.db']);
}

function execute(statements: string): void {
  const database = new DatabaseSync(file);
  database.exec(statements);
  database.close();
}
