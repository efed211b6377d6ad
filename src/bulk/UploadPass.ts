import { z } from 'zod';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Deployment } from '../ports/Deployment.ts';
import type { BulkLedger } from './ports.ts';
import type { TypedData } from '../ports/TypedData.ts';
import { timeText } from '../kernel/timeText.ts';
import { Address, hexId, Signature, Timestamp } from '../kernel/values.ts';
import { toDomain } from '../work/Registration.ts';
import { canonicalJson } from '../kernel/json/canonicalJson.ts';
import { readJson } from '../kernel/json/readJson.ts';
import { parseInput } from '../kernel/json/parseInput.ts';

/** Seconds for which a pass can be made at most. */
export const passLife = 24 * 3600;

/** By what an operator stands behind the lines it streams without creators' signatures (EIP-712, `Upload`). */
export const UploadPass = z.strictObject({
  author: Address,
  /** Seconds since 1970. */
  expires: Timestamp,
  signature: Signature,
});
export type UploadPass = z.output<typeof UploadPass>;

const uploadTypes = {
  Upload: [
    { name: 'author', type: 'address' },
    { name: 'expires', type: 'uint256' },
  ],
};

/** What an operator signs. */
export function uploadData(
  { chainId, log }: Pick<Deployment, 'chainId' | 'log'>,
  { author, expires }: Omit<UploadPass, 'signature'>,
): TypedData {
  return { domain: toDomain(chainId, log), types: uploadTypes, message: { author, expires } };
}

/** A pass as it stands in a header: base64url of its JSON. */
export function passText(pass: UploadPass): string {
  return btoa(canonicalJson(pass)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws LedgerError `input-invalid`. */
export function passFrom(text: string): UploadPass {
  let value: unknown;
  try {
    value = readJson(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch (cause) {
    throw new LedgerError('input-invalid', message('errors.pass-form'), {
      cause,
    });
  }
  return parseInput(UploadPass, value, 'pass');
}

/**
 * Requires that an operator made a pass, and logs it: by it anybody can tell later that the operator, and not the
 * service, stood behind what was logged in its name.
 *
 * @throws LedgerError `signature-expired`, `signature-invalid`, `operator-required` for who may not anchor the log.
 */
export async function requireOperator(ledger: BulkLedger, pass: UploadPass): Promise<void> {
  const { author, expires, signature } = pass;
  const now = ledger.now();
  if (expires < now || expires > now + passLife) {
    throw new LedgerError(
      'signature-expired',
      message('errors.pass-expiry', {
        from: timeText(now),
        to: timeText(now + passLife),
        got: timeText(expires),
      }),
      { details: { now, expires } },
    );
  }
  if (!(await ledger.chain.verifySignature(author, uploadData(ledger.deployment, pass), signature))) {
    throw new LedgerError('signature-invalid', message('errors.pass-signature', { author }));
  }
  if (!(await ledger.chain.mayAnchor(author))) {
    throw new LedgerError('operator-required', message('errors.operator', { got: author }), {
      details: { author },
    });
  }
  await ledger.log.append({
    envelope: { type: 'upload', subject: hexId(BigInt(author)), author },
    payload: new TextEncoder().encode(canonicalJson({ type: 'upload', version: 1, ...pass })),
  });
}
