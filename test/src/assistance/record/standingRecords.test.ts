import { z } from 'zod';
import { expect, it } from 'vitest';
import { AssistanceRecord, type PublicRecord } from '../../../../src/assistance/record/Assistance.ts';
import { standingRecords } from '../../../../src/assistance/record/standingRecords.ts';
import { canonicalJson, hashBytes } from '../../../../src/kernel/json/canonicalJson.ts';
import type { Entry, Log } from '../../../../src/log/Log.ts';
import type { Hex } from '../../../../src/kernel/values.ts';
import { steps } from '../../../support/drafts.ts';
import { toRecord, someAuthor } from '../../../support/records.ts';

const other: Hex = `0x${'22'.repeat(20)}`;

/** A log in which these records of one work were written, whether the service would have taken them or not. */
function logOf(records: readonly PublicRecord[]): Log {
  const entries = records.map((record, index): Entry => {
    const payload = Buffer.from(
      canonicalJson({ record: z.encode(AssistanceRecord, record), signature: '0x' }),
    );
    const payloadHash = hashBytes(payload);
    const envelope = { type: 'assistance', subject: `0x${'0'.repeat(63)}7`, author: record.author } as const;
    return {
      index,
      payload,
      document: new Uint8Array(),
      leafHash: leaf(index),
      envelope: { ...envelope, payloadHash },
    };
  });
  return { entriesOf: () => entries } as Partial<Log> as Log;
}
const leaf = (index: number): Hex => `0x${`${index}`.padStart(64, '0')}`;
const first = (author: Hex = someAuthor, stated = 1) => toRecord({ steps }, { author, stated });
const amending = (index: number, author: Hex = someAuthor, stated = 2) =>
  toRecord({ steps }, { author, stated, amends: leaf(index) });
/** Which entries stand, each with what took its place. */
const standing = (...records: PublicRecord[]) =>
  standingRecords({ log: logOf(records) }, 7n).map(({ entry, amendedBy }) => [
    entry.index,
    amendedBy === null ? null : Number(amendedBy),
  ]);

it('what was amended leads to what stands now, and stays', () => {
  expect(standing(first(), amending(0), amending(1))).toEqual([
    [0, 1],
    [1, 2],
    [2, null],
  ]);
});

it('each author has a line of their own', () => {
  expect(standing(first(), first(other), amending(1, other))).toEqual([
    [0, null],
    [1, 2],
    [2, null],
  ]);
});

it.each<[string, PublicRecord]>([
  ['a second line of the same author', first(someAuthor, 9)],
  ['an amendment of what was amended', amending(0, someAuthor, 9)],
  ['an amendment by somebody else', amending(1, other)],
  ['an amendment of nothing', amending(5)],
  ['an amendment of what comes after it', amending(3)],
])('%s is passed over, though it was logged', (_, late) => {
  expect(standing(first(), amending(0), late, amending(1, someAuthor, 10))).toEqual([
    [0, 1],
    [1, 3],
    [3, null],
  ]);
});
