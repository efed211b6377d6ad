import { AbiCoder, keccak256, TypedDataEncoder, Wallet } from 'ethers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digesterFor } from '../../../src/bulk/typedDigest.ts';
import { isNative, recoverSigner } from '../../../src/bulk/recoverSigner.ts';
import { encodeLeaf } from '../../../src/bulk/encodeLeaf.ts';
import { decodeEnvelope } from '../../../src/log/envelope.ts';
import { hashLeaf } from '../../../src/log/tree/tree.ts';
import { hexId, type Hex } from '../../../src/kernel/values.ts';
import { loggedRegistrationData } from '../../../src/work/logged/LoggedRegistration.ts';
import type { Registration } from '../../../src/work/Registration.ts';
import {
  decodeRegistrationPayload,
  encodeRegistrationPayload,
} from '../../../src/work/logged/registrationPayload.ts';
import { computeWorkId } from '../../../src/work/computeWorkId.ts';

const toHex = (bytes: number, most = bytes) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: most })
    .map((value): Hex => `0x${Buffer.from(value).toString('hex')}`);
const number = (max: number) => fc.integer({ min: 0, max });
const registrations: fc.Arbitrary<Registration> = fc.record({
  contentHash: toHex(32),
  metadataHash: toHex(32),
  kind: number(2),
  retained: number(65_535),
  holderUses: number(65_535),
  moralRights: number(255),
  aiSummary: number(255),
  resaleBps: number(10_000),
  labels: number(2 ** 32 - 1),
  regime: fc.record({ registrar: toHex(20), minHolding: number(2 ** 32 - 1), maxTransfers: number(65_535) }),
  sources: fc.array(
    fc.record({
      workId: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
      termsId: toHex(32),
      shareBps: number(10_000),
      absolute: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  payees: fc.array(fc.record({ account: toHex(20), shareBps: number(10_000) }), { maxLength: 4 }),
});
const payloads = fc.record({ registration: registrations, termsId: toHex(32), signature: toHex(0, 200) });
const tuple =
  'tuple(bytes32 contentHash,bytes32 metadataHash,uint8 kind,uint16 retained,uint16 holderUses,uint8 moralRights,uint8 aiSummary,uint16 resaleBps,uint32 labels,tuple(address registrar,uint32 minHolding,uint16 maxTransfers) regime,tuple(uint256 workId,bytes32 termsId,uint16 shareBps,bool absolute)[] sources,tuple(address account,uint16 shareBps)[] payees)';

it('a payload is the ABI encoding of registration, terms and signature, and is read back', () => {
  fc.assert(
    fc.property(payloads, (payload) => {
      const { registration, termsId, signature } = payload;
      const expected = AbiCoder.defaultAbiCoder().encode(
        [tuple, 'bytes32', 'bytes'],
        [registration, termsId, signature],
      );
      const encoded = encodeRegistrationPayload(payload);
      expect(`0x${encoded.toString('hex')}`).toBe(expected);
      expect(decodeRegistrationPayload(encoded)).toEqual(payload);
    }),
    { numRuns: 300 },
  );
});

it('bytes that are no payload are refused, whatever they are', () => {
  fc.assert(
    fc.property(payloads, fc.nat(), fc.integer({ min: 1, max: 255 }), (payload, place, change) => {
      const bytes = encodeRegistrationPayload(payload);
      const cut = bytes.subarray(0, place % bytes.length);
      expect(() => decodeRegistrationPayload(cut)).toThrow(
        expect.objectContaining({ code: 'input-invalid' }),
      );
      const altered = Buffer.from(bytes);
      altered.writeUInt8((altered[place % bytes.length] ?? 0) ^ change, place % bytes.length);
      // Another payload, or none: never this one.
      try {
        expect(decodeRegistrationPayload(altered)).not.toEqual(payload);
      } catch (error) {
        expect(error).toMatchObject({ code: 'input-invalid' });
      }
    }),
    { numRuns: 500 },
  );
});

it('what creators sign has the digest that any EIP-712 library makes of it, 1,000 times', () => {
  fc.assert(
    fc.property(payloads, toHex(20), toHex(20), number(2 ** 31), (payload, creator, log, chainId) => {
      const { domain, types, message } = loggedRegistrationData({ chainId, log }, creator, payload);
      const digest = digesterFor({ chainId, log }).digestOf(creator, payload);
      expect(`0x${digest.toString('hex')}`).toBe(TypedDataEncoder.hash(domain, types, message));
    }),
    { numRuns: 1000 },
  );
});

it('a leaf is the envelope of its work, author and payload', () => {
  fc.assert(
    fc.property(toHex(20), toHex(32), toHex(20), fc.uint8Array(), (creator, contentHash, author, payload) => {
      const { leaf, leafHash } = encodeLeaf(creator, contentHash, author, payload);
      expect(decodeEnvelope(leaf)).toMatchObject({
        type: 'registration',
        subject: hexId(computeWorkId(creator, contentHash)),
        author,
      });
      expect(Buffer.from(leafHash, 'latin1').equals(hashLeaf(leaf))).toBe(true);
    }),
  );
});

it('a signer is found by the signature, and by no other form of it', () => {
  expect(isNative).toBe(true);
  const wallet = new Wallet(`0x${'42'.repeat(32)}`);
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
  fc.assert(
    fc.property(toHex(32), (text) => {
      const digest = keccak256(text);
      const { r, s, v } = wallet.signingKey.sign(digest);
      const bytes = Buffer.from(digest.slice(2), 'hex');
      const of = (...parts: string[]) =>
        recoverSigner(bytes, `0x${parts.map((part) => part.replace('0x', '')).join('')}`);
      const [good, other] = [v.toString(16), (v === 27 ? 28 : 27).toString(16)];
      expect(of(r, s, good)).toBe(wallet.address.toLowerCase());
      const high = (order - BigInt(s)).toString(16).padStart(64, '0');
      for (const bad of [
        of(r, high, other),
        of(r, s),
        of(r, s, good, '00'),
        of(r, s, '00'),
        of(r, s, '1d'),
      ]) {
        expect(bad).toBeUndefined();
      }
      expect(of(r, s, other)).not.toBe(wallet.address.toLowerCase());
      expect(of('00'.repeat(32), s, good)).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});
