import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Hex } from '../../kernel/values.ts';
import type { Payee, Registration, Source } from '../Registration.ts';

/** What the log holds of a registration: the payload of its leaf. */
export interface LoggedPayload {
  registration: Registration;
  /** The terms the work is offered under; zero for none. */
  termsId: Hex;
  /** The creator's (EIP-712), or empty where an operator vouches. */
  signature: Hex;
}

const word = 32;
/** Words of the three parts' head, of a registration's head, of a source and of a payee. */
const [outer, inner, sourceWords, payeeWords] = [3, 14, 4, 2];

/**
 * `abi.encode(registration, termsId, signature)`, as the contract builds it to compare its hash with the leaf's
 * (contracts/log/ProvenanceLog.sol).
 */
export function encodeRegistrationPayload({ registration: r, termsId, signature }: LoggedPayload): Buffer {
  const signatureBytes = (signature.length - 2) / 2;
  const lists = (inner + 1 + sourceWords * r.sources.length) * word;
  const registrationEnd =
    (outer + inner + 2 + sourceWords * r.sources.length + payeeWords * r.payees.length) * word;
  const bytes = Buffer.alloc(registrationEnd + word + Math.ceil(signatureBytes / word) * word);
  let at = 0;
  const number = (value: number) => {
    bytes.writeUIntBE(value, at + word - 6, 6);
    at += word;
  };
  const hash = (value: Hex) => {
    bytes.write(value.slice(2), at, 'hex');
    at += word;
  };
  const account = (value: Hex) => {
    bytes.write(value.slice(2), at + 12, 'hex');
    at += word;
  };
  number(outer * word);
  hash(termsId);
  number(registrationEnd);
  hash(r.contentHash);
  hash(r.metadataHash);
  for (const value of [r.kind, r.retained, r.holderUses, r.moralRights, r.aiSummary, r.resaleBps, r.labels])
    number(value);
  account(r.regime.registrar);
  number(r.regime.minHolding);
  number(r.regime.maxTransfers);
  number(inner * word);
  number(lists);
  number(r.sources.length);
  for (const source of r.sources) {
    hash(`0x${source.workId.toString(16).padStart(64, '0')}`);
    hash(source.termsId);
    number(source.shareBps);
    number(source.absolute ? 1 : 0);
  }
  number(r.payees.length);
  for (const payee of r.payees) {
    account(payee.account);
    number(payee.shareBps);
  }
  number(signatureBytes);
  bytes.write(signature.slice(2), at, 'hex');
  return bytes;
}

/** @throws LedgerError `input-invalid` for bytes that are not the encoding of what they say. */
export function decodeRegistrationPayload(given: Uint8Array): LoggedPayload {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length);
  let at = outer * word;
  const take = () => {
    if (at + word > bytes.length) throw malformed(bytes.length);
    at += word;
    return at - word;
  };
  const number = () => bytes.readUIntBE(take() + word - 6, 6);
  const count = () => {
    const length = number();
    // No list has more members than there are words.
    if (length > bytes.length / word) throw malformed(bytes.length);
    return length;
  };
  const hash = (): Hex => hex(bytes, take(), at);
  const account = (): Hex => hex(bytes, take() + 12, at);
  const decoded = (() => {
    const contentHash = hash();
    const metadataHash = hash();
    const [kind, retained, holderUses, moralRights, aiSummary, resaleBps, labels] = Array.from(
      { length: 7 },
      number,
    );
    const regime = { registrar: account(), minHolding: number(), maxTransfers: number() };
    at += 2 * word;
    const sources = Array.from({ length: count() }, (): Source => ({
      workId: BigInt(hash()),
      termsId: hash(),
      shareBps: number(),
      absolute: number() === 1,
    }));
    const payees = Array.from({ length: count() }, (): Payee => ({
      account: account(),
      shareBps: number(),
    }));
    const length = number();
    return {
      registration: {
        contentHash,
        metadataHash,
        ...{ kind, retained, holderUses, moralRights, aiSummary, resaleBps, labels },
        regime,
        sources,
        payees,
      } as Registration,
      termsId: hex(bytes, word, 2 * word),
      signature: hex(bytes, at, at + length),
    };
  })();
  if (!encodeRegistrationPayload(decoded).equals(bytes)) throw malformed(bytes.length);
  return decoded;
}

function hex(bytes: Buffer, start: number, end: number): Hex {
  return `0x${bytes.toString('hex', start, end)}`;
}

function malformed(length: number): LedgerError {
  return new LedgerError('input-invalid', message('errors.registration-form', { bytes: length }));
}
