import type { z } from 'zod';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message, type Message } from '../messages/Message.ts';
import { parseInput } from '../kernel/json/parseInput.ts';
import { readJson } from '../kernel/json/readJson.ts';
import type { Hex } from '../kernel/values.ts';
import { commitContent, commitEvent, commitLabel, headAfter, computeStart } from './commitments.ts';
import { ProcessEvent, ProcessSession } from './ProcessEvent.ts';

/** What a file of a session holds. */
export interface RecordedSession extends ProcessSession {
  events: ProcessEvent[];
  /** The head with all of them. */
  head: Hex;
  /** Bytes of the file up to the end of the last whole event. */
  length: number;
  /** Bytes behind it: an event that was being written when the recorder ended, and that nobody was told of. */
  torn: number;
}

const newline = 0x0a;

/**
 * Reads the file of a session, line by line: the session, then its events, each with the head of the chain.
 *
 * @throws LedgerError `store-corrupt`, naming the first line that is not as it was written: changed, left out, put
 * elsewhere or written twice.
 */
export function readSession(file: Uint8Array): RecordedSession {
  const lines = splitLines(file);
  const [first] = lines;
  if (first === undefined) throw corrupt(1, message('errors.session-missing-line'));
  const session = parseLine(ProcessSession, first, 1);
  const events: ProcessEvent[] = [];
  let head = computeStart(session);
  let length = first.length + 1;
  for (const [at, line] of lines.slice(1).entries()) {
    // Room that a file system gave to the last line before its text was there.
    if (at === lines.length - 2 && line.includes(0)) break;
    const event = parseLine(ProcessEvent, line, at + 2);
    head = headWith(event, head, at + 1);
    if (event.head !== head)
      throw corrupt(at + 2, message('errors.session-head', { expected: head, got: event.head }));
    events.push(event);
    length += line.length + 1;
  }
  return { ...session, events, head, length, torn: file.length - length };
}

/** The head of the chain with an event that comes after `last`. */
export function headWith(event: Omit<ProcessEvent, 'head'>, last: Hex, number: number): Hex {
  return headAfter(last, number, computeCommitment(event));
}

/** The commitment to an event of which all is known. */
export function computeCommitment(event: Omit<ProcessEvent, 'head'>): Hex {
  const { kind, time, salt, contentSalt, labelSalt, contentHash, label } = event;
  return commitEvent({
    salt,
    kind,
    time,
    content: commitContent({ salt: contentSalt, hash: contentHash }),
    label: commitLabel({ salt: labelSalt, text: label }),
  });
}

/** Whole lines; what stands behind the last line break is none. */
function splitLines(file: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0, end = file.indexOf(newline); end >= 0; end = file.indexOf(newline, start)) {
    lines.push(file.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

function parseLine<T>(schema: z.ZodType<T>, line: Uint8Array, number: number): T {
  try {
    return parseInput(schema, readJson(line));
  } catch (cause) {
    throw corrupt(number, message('errors.session-form'), cause);
  }
}

function corrupt(line: number, fault: Message<'errors'>, cause?: unknown): LedgerError {
  return new LedgerError('store-corrupt', message('errors.session-line', { line, fault }), {
    ...(cause === undefined ? {} : { cause }),
    details: { line },
  });
}
