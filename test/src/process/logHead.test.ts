import { expect, it } from 'vitest';
import { toPayload } from '../../../src/log/logSigned.ts';
import { listHeads } from '../../../src/process/findHeads.ts';
import { logHead } from '../../../src/process/logHead.ts';
import { maxHeads, ProcessHead } from '../../../src/process/ProcessHead.ts';
import { hashBytes } from '../../../src/kernel/json/canonicalJson.ts';
import type { Entry } from '../../../src/log/Log.ts';
import type { Ledger } from '../../../src/ports/Ledger.ts';
import type { Hex } from '../../../src/kernel/values.ts';
import { author, toBytes, place } from '../../support/session.ts';

const session = toBytes('a session');
const other: Hex = `0x${'22'.repeat(20)}`;
const readHead = (count: number, whose: Hex = author, head = toBytes(`head ${count}`)): ProcessHead => ({
  type: 'process',
  version: 1,
  session,
  head,
  count,
  author: whose,
});

/** A ledger whose log holds these heads, whether the service would have taken them or not, and takes more. */
function toLedger(heads: readonly ProcessHead[], racing: readonly ProcessHead[] = []) {
  const entries: Entry[] = [];
  const append = (record: ProcessHead): Entry => {
    const payload = toPayload(ProcessHead, { record, signature: '0x' });
    const envelope = { type: 'process', subject: session, author: record.author } as const;
    const payloadHash = hashBytes(payload);
    const index = entries.length;
    const entry = {
      index,
      payload,
      leafHash: toBytes(`${index}`),
      envelope: { ...envelope, payloadHash },
    } as Entry;
    entries.push(entry);
    return entry;
  };
  heads.forEach(append);
  const ledger = {
    deployment: place,
    log: {
      entriesOf: () => entries,
      append: ({ payload }: { payload: Uint8Array }) => {
        // What others log meanwhile comes first.
        racing.forEach(append);
        const { record } = JSON.parse(Buffer.from(payload).toString()) as { record: ProcessHead };
        return Promise.resolve(append(record));
      },
    },
    chain: { verifySignature: () => Promise.resolve(true) },
    read: () => Promise.resolve(null),
  } as unknown as Ledger;
  return ledger;
}
const logged = async (ledger: Ledger, record: ProcessHead) =>
  await logHead(ledger, { chainId: place.chainId, record, signature: '0x' });

it('heads that do not go on from the last, or are somebody else’s, are passed over by every reader', () => {
  const heads = [
    readHead(3),
    readHead(2),
    readHead(5, other),
    readHead(3, author, toBytes('x')),
    readHead(4),
  ];
  expect(listHeads(toLedger(heads), session).map(({ record }) => record.count)).toEqual([3, 4]);
});

it('of two that are logged at the same time the later is told when it does not go on from the first', async () => {
  await expect(logged(toLedger([readHead(1)], [readHead(9)]), readHead(2))).rejects.toMatchObject({
    code: 'assistance-conflict',
    details: {
      statements: [
        { field: 'logged.count', says: 9 },
        { field: 'count', says: 2 },
      ],
    },
  });
  await expect(logged(toLedger([], [readHead(1, other)]), readHead(2))).rejects.toMatchObject({
    code: 'creator-required',
  });
  expect((await logged(toLedger([readHead(1)], [readHead(2)]), readHead(3))).record.count).toBe(3);
});

it('a session has so many heads at most: to read them all stays cheap', async () => {
  const full = Array.from({ length: maxHeads }, (_, at) => readHead(at + 1));
  await expect(logged(toLedger(full), readHead(maxHeads + 1))).rejects.toMatchObject({
    code: 'assistance-conflict',
    details: { statements: [{ field: 'logged.heads', says: maxHeads }, { field: 'count' }] },
  });
  expect((await logged(toLedger(full), readHead(7))).record.count).toBe(7);
  expect((await logged(toLedger(full.slice(1)), readHead(maxHeads + 1))).index).toBe(maxHeads - 1);
});
