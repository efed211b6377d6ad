import { closeSync, fdatasyncSync, ftruncateSync, openSync, realpathSync, writeSync } from 'node:fs';
import type { EventKind, ProcessEvent } from '../ProcessEvent.ts';
import { EventLabel } from '../ProcessEvent.ts';
import { headWith, type RecordedSession } from '../readSession.ts';
import { parseInput } from '../../kernel/json/parseInput.ts';
import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message, type Message } from '../../messages/Message.ts';
import type { Hex } from '../../kernel/values.ts';
import { lockFile } from '../../kernel/lockFile.ts';
import { readSessionFile } from './readSessionFile.ts';
import { randomHash } from './startSession.ts';

/** Writes the events of one session. */
export interface Recorder {
  readonly session: Readonly<RecordedSession>;
  /** The session's file, by its real path. */
  readonly file: string;
  /** Bytes that were cut when it was opened: an event nobody was told of. */
  readonly cut: number;
  /**
   * Records an event; it is on disk when this returns.
   *
   * @throws LedgerError `input-invalid` for a label that is none, `store-unreachable` if it could not be written: then
   * it is not recorded, and the recorder has to be opened again.
   */
  record(event: { kind: EventKind; contentHash: Hex; label: string }): ProcessEvent;
  close(): void;
}

/**
 * Opens a session to go on with it. An event that was being written when the last recorder ended is cut.
 *
 * @param now The clock, in milliseconds since 1970.
 * @throws LedgerError `input-invalid`, `store-corrupt`, `store-unreachable` if another recorder has it.
 */
export function openRecorder(path: string, now: () => number = Date.now): Recorder {
  // Read before it is locked: what is no session gets no lock beside it.
  readSessionFile(path);
  const file = realpathSync(path);
  const unlock = lockFile(`${file}.lock`, message('errors.what-session'));
  let handle: number | undefined;
  try {
    const session = readSessionFile(file);
    const { torn } = session;
    handle = openSync(file, 'r+');
    if (torn > 0) {
      ftruncateSync(handle, session.length);
      fdatasyncSync(handle);
    }
    return createRecorder(file, handle, { ...session, torn: 0 }, torn, now, unlock);
  } catch (error) {
    if (handle !== undefined) closeSync(handle);
    unlock();
    throw error;
  }
}

function createRecorder(
  file: string,
  handle: number,
  session: RecordedSession,
  cut: number,
  now: () => number,
  unlock: () => void,
): Recorder {
  let open = true;
  return {
    session,
    file,
    cut,
    record({ kind, contentHash, label }) {
      if (!open) throw unwritable(file, message('errors.recorder-closed'));
      const salts = { salt: randomHash(), contentSalt: randomHash(), labelSalt: randomHash() };
      const said = {
        kind,
        time: now(),
        contentHash,
        label: parseInput(EventLabel, label, 'label'),
        ...salts,
      };
      const event = { ...said, head: headWith(said, session.head, session.events.length + 1) };
      const line = Buffer.from(`${JSON.stringify(event)}\n`);
      try {
        writeWhole(handle, line, session.length);
        fdatasyncSync(handle);
      } catch (cause) {
        open = false;
        takeBack(handle, session.length);
        throw unwritable(file, message('errors.session-unwritable', { got: fileFault(cause) }), cause);
      }
      session.events.push(event);
      session.head = event.head;
      session.length += line.length;
      return event;
    },
    close() {
      open = false;
      closeSync(handle);
      unlock();
    },
  };
}

/** A system call may write less than it was given. */
function writeWhole(handle: number, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length;) {
    at += writeSync(handle, bytes, at, bytes.length - at, position + at);
  }
}

/** What stays behind of an event that failed is cut by whoever opens the session next. */
function takeBack(handle: number, length: number): void {
  try {
    ftruncateSync(handle, length);
    fdatasyncSync(handle);
  } catch {
    // The disk refuses that, too.
  }
}

function unwritable(file: string, fault: Message<'errors'>, cause?: unknown): LedgerError {
  return new LedgerError('store-unreachable', message('errors.at-field', { field: file, fault }), {
    ...(cause === undefined ? {} : { cause }),
    details: { file },
  });
}
