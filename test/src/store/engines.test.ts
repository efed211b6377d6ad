import { setTimeout } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRows } from '../../../src/store/insertRows.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { readSnapshot } from '../../../src/store/readSnapshot.ts';
import type { Tables } from '../../../src/store/tables.ts';
import { readTurn, writeInTurn } from '../../../src/store/writeInTurn.ts';
import { engines, type Engine } from '../../support/engines.ts';

describe.each(engines)('on $name', ({ name, start }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.stop());

  it('a whole number up to 2^53 comes back as the number it was, and counts are numbers', async () => {
    const store = await engine.fresh();
    const block = { number: Number.MAX_SAFE_INTEGER, hash: '0x01', timestamp: 2 ** 40 };
    await store.insertInto('blocks').values(block).execute();
    expect(await store.selectFrom('blocks').selectAll().execute()).toEqual([block]);
    expect(
      await store
        .selectFrom('blocks')
        .select(sql<number>`count(*)`.as('count'))
        .execute(),
    ).toEqual([{ count: 1 }]);
  });

  it('more rows than one statement takes are all there, in order', async () => {
    const store = await engine.fresh();
    const rows = Array.from({ length: 12_000 }, (_, i) => ({ number: i, hash: `0x${i}`, timestamp: i }));
    await insertRows(store, 'blocks', rows);
    expect(await store.selectFrom('blocks').selectAll().orderBy('number').execute()).toEqual(rows);
    await insertRows(store, 'blocks', []);
  });

  it('a snapshot sees one state while another process writes', async () => {
    const store = await engine.fresh();
    const other = await engine.again();
    await insertBlock(store, 1);
    let writing: Promise<void> | undefined;
    const seen = await readSnapshot(store, async (db) => {
      const first = await countBlocks(db);
      writing = insertBlock(other, 2);
      await Promise.race([writing, setTimeout(100)]);
      return [first, await countBlocks(db)];
    });
    expect(seen).toEqual([1, 1]);
    await writing;
    expect(await countBlocks(store)).toBe(2);
  });

  it('a write whose turn is over does nothing', async () => {
    const store = await engine.fresh();
    const turn = await readTurn(store);
    expect(await writeInTurn(store, turn, (trx) => insertBlock(trx, 1))).toBe(true);
    expect(await writeInTurn(store, turn, (trx) => insertBlock(trx, 2))).toBe(false);
    expect(await countBlocks(store)).toBe(1);
    expect(await readTurn(store)).toBe(turn + 1);
  });

  it('a write that fails leaves the turn as it was', async () => {
    const store = await engine.fresh();
    const turn = await readTurn(store);
    const failing = writeInTurn(store, turn, async (trx) => {
      await insertBlock(trx, 1);
      await insertBlock(trx, 1);
    });
    await expect(failing).rejects.toThrow();
    expect(await countBlocks(store)).toBe(0);
    expect(await readTurn(store)).toBe(turn);
  });

  it('a schema from the future is refused with store-corrupt', async () => {
    const store = await engine.fresh();
    await sql`insert into kysely_migration values ('2', '2030-01-01T00:00:00.000Z')`.execute(store);
    await expect(openStore(engine.url())).rejects.toMatchObject({
      code: 'store-corrupt',
      details: { expected: ['1'], got: ['1', '2'] },
    });
  });

  it.runIf(name === 'PostgreSQL')('a snapshot is a repeatable read that cannot write', async () => {
    const store = await engine.fresh();
    const level = await readSnapshot(store, (db) => sql`show transaction_isolation`.execute(db));
    expect(level.rows).toEqual([{ transaction_isolation: 'repeatable read' }]);
    await expect(readSnapshot(store, (db) => insertBlock(db, 1))).rejects.toMatchObject({ code: '25006' });
  });

  it.runIf(name === 'PostgreSQL')('numbers are read so in the store alone, not in the process', async () => {
    await engine.fresh();
    const client = new pg.Client({ connectionString: engine.url() });
    await client.connect();
    const { rows } = await client.query<{ n: unknown }>('select 1::int8 as n');
    await client.end();
    expect(rows).toEqual([{ n: '1' }]);
  });

  it.runIf(name === 'PostgreSQL')('several who open a new store at once all get it', async () => {
    const store = await engine.fresh();
    await sql`drop schema public cascade`.execute(store);
    await sql`create schema public`.execute(store);
    const opened = await Promise.all([1, 2, 3].map(() => engine.again()));
    expect(await Promise.all(opened.map(countBlocks))).toEqual([0, 0, 0]);
  });
});

async function insertBlock(store: Kysely<Tables>, number: number): Promise<void> {
  await store
    .insertInto('blocks')
    .values({ number, hash: `0x${number}`, timestamp: number })
    .execute();
}

async function countBlocks(store: Kysely<Tables>): Promise<number> {
  return (await store.selectFrom('blocks').select('number').execute()).length;
}
