import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  commitContent,
  commitEvent,
  commitLabel,
  headAfter,
  computeStart,
} from '../../../src/process/commitments.ts';
import { eventKinds } from '../../../src/process/ProcessEvent.ts';
import { author, toBytes } from '../../support/session.ts';

const [salt, hash, content, label] = ['salt', 'hash', 'content', 'label'].map(toBytes) as [
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
];

/** The encoding as docs/reference/process.md has it, written out by hand. */
function digest(tag: string, ...parts: (string | number[])[]): string {
  const hashed = createHash('sha256').update(Buffer.concat([Buffer.from(tag)], 32));
  for (const part of parts) {
    hashed.update(typeof part === 'string' ? Buffer.from(part.slice(2), 'hex') : Buffer.from(part));
  }
  return `0x${hashed.digest('hex')}`;
}

describe('the encoding', () => {
  it('is what the docs say, byte by byte', () => {
    expect(commitContent({ salt, hash })).toBe(digest('lianpu process content v1', salt, hash));
    expect(commitLabel({ salt, text: '脸谱' })).toBe(
      digest('lianpu process label v1', salt, [0xe8, 0x84, 0xb8, 0xe8, 0xb0, 0xb1]),
    );
    expect(commitEvent({ salt, kind: 'choice', time: 0x0102030405, content, label })).toBe(
      digest('lianpu process event v1', salt, [4], [0, 0, 0, 1, 2, 3, 4, 5], content, label),
    );
    expect(computeStart({ session: salt, author })).toBe(digest('lianpu process start v1', salt, author));
    expect(headAfter(hash, 258, content)).toBe(
      digest('lianpu process head v1', hash, [0, 0, 0, 0, 0, 0, 1, 2], content),
    );
  });

  it('is another for each kind, and for every part that changes', () => {
    const event = { salt, kind: 'draft', time: 1, content, label } as const;
    const changed = [
      ...eventKinds.map((kind) => ({ ...event, kind })),
      { ...event, salt: hash },
      { ...event, time: 2 },
      { ...event, content: label },
      { ...event, content: label, label: content },
    ];
    expect(new Set(changed.map(commitEvent)).size).toBe(changed.length);
    expect(headAfter(hash, 1, content)).not.toBe(headAfter(hash, 2, content));
    expect(headAfter(hash, 1, content)).not.toBe(headAfter(content, 1, hash));
    expect(computeStart({ session: salt, author })).not.toBe(computeStart({ session: hash, author }));
  });
});
