import { createHash } from 'node:crypto';
import { Wallet } from 'ethers';
import { payloadOf } from '../../src/log/logSigned.ts';
import { headData } from '../../src/process/headData.ts';
import type { EventKind } from '../../src/process/ProcessEvent.ts';
import { ProcessHead, type ProvenHead } from '../../src/process/ProcessHead.ts';
import { headWith, type RecordedSession } from '../../src/process/readSession.ts';
import { startOf } from '../../src/process/commitments.ts';
import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { encodeEnvelope } from '../../src/log/envelope.ts';
import type { Hex } from '../../src/kernel/values.ts';

/** Somebody whose key everybody may know. */
const wallet = new Wallet(`0x${'33'.repeat(32)}`);
export const author = wallet.address.toLowerCase() as Hex;
export const place = { chainId: 31337, log: `0x${'10'.repeat(20)}` as const };

/** 32 bytes that are the same each time, and of which no two are. */
export const bytesOf = (name: string): Hex => `0x${createHash('sha256').update(name).digest('hex')}`;

export interface Happening {
  kind: EventKind;
  time: number;
  content: string;
  label: string;
}

/** A session in which this happened, as a recorder would have written it. */
export function sessionOf(
  happenings: readonly Happening[],
  name = 'a session',
  whose = author,
): RecordedSession {
  const session = { type: 'processSession', version: 1, session: bytesOf(name), author: whose } as const;
  let head = startOf(session);
  const events = happenings.map(({ kind, time, content, label }, at) => {
    const salts = {
      salt: bytesOf(`${name} ${at} event`),
      contentSalt: bytesOf(`${name} ${at} content`),
      labelSalt: bytesOf(`${name} ${at} label`),
    };
    const said = { kind, time, contentHash: hashBytes(Buffer.from(content)), label, ...salts };
    head = headWith(said, head, at + 1);
    return { ...said, head };
  });
  return { ...session, events, head, length: 0, torn: 0 };
}

/** The file that holds a session. */
export function fileOf({ events, type, version, session, author: whose }: RecordedSession): string {
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
      const payloadHash = hashBytes(payloadOf(ProcessHead, { record, signature }));
      const leaf = encodeEnvelope({ type: 'process', subject: session, author, payloadHash });
      return hash(Buffer.of(0), leaf);
    }),
    hash(Buffer.from('one more')),
  ];
  const anchor = { size: leaves.length, root: hex(rootOf(leaves)), block: 12, transaction: bytesOf('tx') };
  return signed.map((one, at) => ({
    ...one,
    index: at + 1,
    proof: pathOf(leaves, at + 1).map(hex),
    anchor,
  }));
}

// RFC 9162, 2.1.1 and 2.1.3.1, as they are written there.

function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0] ?? Buffer.of();
  const k = splitOf(leaves);
  return hash(Buffer.of(1), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

function pathOf(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length === 1) return [];
  const k = splitOf(leaves);
  if (index < k) return [...pathOf(leaves.slice(0, k), index), rootOf(leaves.slice(k))];
  return [...pathOf(leaves.slice(k), index - k), rootOf(leaves.slice(0, k))];
}

function splitOf({ length }: readonly Buffer[]): number {
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
