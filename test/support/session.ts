import { createHash } from 'node:crypto';
import { Wallet } from 'ethers';
import { toPayload } from '../../src/log/logSigned.ts';
import { headData } from '../../src/process/headData.ts';
import type { EventKind } from '../../src/process/ProcessEvent.ts';
import { ProcessHead, type ProvenHead } from '../../src/process/ProcessHead.ts';
import { headWith, type RecordedSession } from '../../src/process/readSession.ts';
import { computeStart } from '../../src/process/commitments.ts';
import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { encodeEnvelope } from '../../src/log/envelope.ts';
import type { Hex } from '../../src/kernel/values.ts';

/** Somebody whose key everybody may know. */
const wallet = new Wallet(`0x${'33'.repeat(32)}`);
export const author = wallet.address.toLowerCase() as Hex;
export const place = { chainId: 31337, log: `0x${'10'.repeat(20)}` as const };

/** 32 bytes that are the same each time, and of which no two are. */
export const toBytes = (name: string): Hex => `0x${createHash('sha256').update(name).digest('hex')}`;

export interface Happening {
  kind: EventKind;
  time: number;
  content: string;
  label: string;
}

/** A session in which this happened, as a recorder would have written it. */
export function createSession(
  happenings: readonly Happening[],
  name = 'a session',
  whose = author,
): RecordedSession {
  const session = { type: 'processSession', version: 1, session: toBytes(name), author: whose } as const;
  let head = computeStart(session);
  const events = happenings.map(({ kind, time, content, label }, at) => {
    const salts = {
      salt: toBytes(`${name} ${at} event`),
      contentSalt: toBytes(`${name} ${at} content`),
      labelSalt: toBytes(`${name} ${at} label`),
    };
    const said = { kind, time, contentHash: hashBytes(Buffer.from(content)), label, ...salts };
    head = headWith(said, head, at + 1);
    return { ...said, head };
  });
  return { ...session, events, head, length: 0, torn: 0 };
}

/** The file that holds a session. */
export function toPath({ events, type, version, session, author: whose }: RecordedSession): string {
  const lines = [{ type, version, session, author: whose }, ...events];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Heads of a session after so many events each, in a log of a few entries under one root. */
export async function provenHeads(
  { session, events }: RecordedSession,
  counts: readonly number[],
): Promise<ProvenHead[]> {
  const signed = await Promise.all(
    counts.map(async (count) => {
      const head = events[count - 1]?.head ?? session;
      const record: ProcessHead = { type: 'process', version: 1, session, head, count, author };
      const { domain, types, message } = headData(place, record);
      return { record, signature: (await wallet.signTypedData(domain, types, message)) as Hex };
    }),
  );
  const leaves = [
    hash(Buffer.from('another entry')),
    ...signed.map(({ record, signature }) => {
      const payloadHash = hashBytes(toPayload(ProcessHead, { record, signature }));
      const leaf = encodeEnvelope({ type: 'process', subject: session, author, payloadHash });
      return hash(Buffer.of(0), leaf);
    }),
    hash(Buffer.from('one more')),
  ];
  const anchor = {
    size: leaves.length,
    root: hex(computeRoot(leaves)),
    block: 12,
    transaction: toBytes('tx'),
  };
  return signed.map((one, at) => ({
    ...one,
    index: at + 1,
    proof: computePath(leaves, at + 1).map(hex),
    anchor,
  }));
}

// RFC 9162, 2.1.1 and 2.1.3.1, as they are written there.

function computeRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0] ?? Buffer.of();
  const k = computeSplit(leaves);
  return hash(Buffer.of(1), computeRoot(leaves.slice(0, k)), computeRoot(leaves.slice(k)));
}

function computePath(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length === 1) return [];
  const k = computeSplit(leaves);
  if (index < k) return [...computePath(leaves.slice(0, k), index), computeRoot(leaves.slice(k))];
  return [...computePath(leaves.slice(k), index - k), computeRoot(leaves.slice(0, k))];
}

function computeSplit({ length }: readonly Buffer[]): number {
  let k = 1;
  while (k * 2 < length) k *= 2;
  return k;
}

function hash(...parts: Uint8Array[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function hex(bytes: Buffer): Hex {
  return `0x${bytes.toString('hex')}`;
}
