import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  decodeEnvelope,
  encodeEnvelope,
  envelopeLength,
  leafTypes,
  type LeafType,
} from '../../../src/log/envelope.ts';

const hex = (length: number) =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((b) => `0x${Buffer.from(b).toString('hex')}` as const);
const envelopes = fc.record({
  type: fc.constantFrom(...(Object.keys(leafTypes) as LeafType[])),
  subject: hex(32),
  author: hex(20),
  payloadHash: hex(32),
});

it('a leaf says what was put into it', () => {
  fc.assert(
    fc.property(envelopes, (envelope) => {
      const bytes = encodeEnvelope(envelope);
      expect(bytes.length).toBe(envelopeLength);
      expect(decodeEnvelope(bytes)).toEqual(envelope);
    }),
  );
});

it('a leaf of another length, version or type is refused', () => {
  const zero = `0x${'00'.repeat(32)}` as const;
  const good = encodeEnvelope({
    type: 'usage',
    subject: zero,
    author: `0x${'00'.repeat(20)}`,
    payloadHash: zero,
  });
  for (const bad of [
    good.subarray(1),
    Buffer.concat([good, good]),
    patched(good, 0, 2),
    patched(good, 2, 99),
  ]) {
    expect(() => decodeEnvelope(bad)).toThrow(expect.objectContaining({ code: 'input-invalid' }));
  }
  expect(() => encodeEnvelope({ type: 'usage', subject: '0x12', author: zero, payloadHash: zero })).toThrow(
    expect.objectContaining({ code: 'hash-malformed' }),
  );
});

function patched(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = value;
  return copy;
}
