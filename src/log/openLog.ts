import { DatabaseSync } from 'node:sqlite';
import { hashBytes } from '../canonical.ts';
import { LedgerError } from '../error.ts';
import type { Hex } from '../values.ts';
import { decodeEnvelope, encodeEnvelope, leafTypes } from './envelope.ts';
import type { Entry, Log } from './Log.ts';
import { completeNodes, hashLeaf, proveConsistency, proveInclusion, rootOf, type ReadNode } from './tree.ts';

const schema = `
  create table if not exists entries (
    position integer primary key, leaf blob not null unique, type integer not null, subject blob not null,
    payload blob not null);
  create index if not exists entries_subject on entries (type, subject);
  create table if not exists nodes (level integer, position integer, hash blob not null, primary key (level, position))
    without rowid;`;

interface EntryRow {
  position: number;
  leaf: Uint8Array;
  payload: Uint8Array;
}

/**
 * Opens the log in a file of its own: it is no projection of the chain and cannot be rebuilt from it.
 *
 * An entry and the tree nodes it completes are written in one transaction that is synced to disk.
 *
 * @throws LedgerError `store-corrupt` if the file is no log.
 */
export function openLog(file: string): Log {
  const db = openDatabase(file);
  const insertEntry = db.prepare(
    'insert into entries (position, leaf, type, subject, payload) values (?, ?, ?, ?, ?)',
  );
  const insertNode = db.prepare('insert into nodes (level, position, hash) values (?, ?, ?)');
  const selectNode = db.prepare('select hash from nodes where level = ? and position = ?');
  const selectEntry = db.prepare('select position, leaf, payload from entries where position = ?');
  const selectLeaf = db.prepare('select position, leaf, payload from entries where leaf = ?');
  const selectSubject = db.prepare(
    'select position, leaf, payload from entries where type = ? and subject = ? order by position',
  );
  const selectSize = db.prepare('select coalesce(max(position) + 1, 0) as size from entries');

  const node: ReadNode = (level, index) => {
    const row = selectNode.get(level, index) as { hash: Uint8Array } | undefined;
    if (row === undefined) {
      throw new LedgerError('store-corrupt', `expected node ${index} of level ${level} in the log, got none`);
    }
    return row.hash;
  };
  const size = () => Number((selectSize.get() as { size: number }).size);

  return {
    size,
    async append({ envelope, payload }) {
      const leaf = encodeEnvelope({ ...envelope, payloadHash: hashBytes(payload) });
      const known = selectLeaf.get(leaf) as EntryRow | undefined;
      if (known !== undefined) return toEntry(known);
      const index = size();
      const subject = Buffer.from(envelope.subject.slice(2), 'hex');
      db.exec('begin immediate');
      try {
        insertEntry.run(index, leaf, leafTypes[envelope.type], subject, payload);
        completeNodes(node, index, hashLeaf(leaf)).forEach((hash, level) => {
          insertNode.run(level, Math.floor(index / 2 ** level), hash);
        });
        db.exec('commit');
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
      return toEntry({ position: index, leaf, payload });
    },
    entry(index) {
      const row = selectEntry.get(index) as EntryRow | undefined;
      return row === undefined ? undefined : toEntry(row);
    },
    entriesOf(type, subject) {
      const rows = selectSubject.all(leafTypes[type], Buffer.from(subject.slice(2), 'hex'));
      return (rows as unknown as EntryRow[]).map(toEntry);
    },
    root: (count) => hex(rootOf(node, count)),
    proveInclusion: (index, count) => proveInclusion(node, index, count).map(hex),
    proveConsistency: (first, second) => proveConsistency(node, first, second).map(hex),
    close: () => db.close(),
  };
}

function openDatabase(file: string): DatabaseSync {
  try {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    db.exec(schema);
    return db;
  } catch (cause) {
    throw new LedgerError('store-corrupt', `expected a log, got ${file}`, { cause });
  }
}

function toEntry({ position, leaf, payload }: EntryRow): Entry {
  return {
    index: position,
    envelope: decodeEnvelope(leaf),
    payload: Buffer.from(payload),
    leafHash: hex(hashLeaf(leaf)),
  };
}

function hex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString('hex')}`;
}
