import { decodeDocument } from '../kernel/json/parseInput.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { FileRole, WorkLedger } from './ports.ts';
import type { Hex } from '../kernel/values.ts';
import { hashBytes } from '../kernel/json/canonicalJson.ts';
import { detectMediaType } from './mediaType.ts';
import { Metadata } from './Metadata.ts';

/** What a document has to be when a hash on chain names it as this; verbs of later stages bring their own. */
type DocumentChecks = Record<'terms' | 'report' | 'evidence', (bytes: Uint8Array) => unknown>;

/**
 * Keeps a file or document that the chain names by its hash: a work's content or metadata, terms, a report.
 * Nothing else is taken, so nobody needs a key to bring one.
 *
 * @throws LedgerError `content-unknown` for bytes no hash on chain names, or that are not of the hash they are said to
 * have; `media-type-unsupported` for content that is no picture; `json-malformed` or `input-invalid` for a document.
 */
export async function storeFile(
  ledger: WorkLedger,
  expected: Hex,
  bytes: Uint8Array,
  checks: DocumentChecks,
): Promise<{ hash: Hex; bytes: number }> {
  const hash = hashBytes(bytes);
  if (hash !== expected) {
    throw new LedgerError('content-unknown', message('errors.file-hash', { expected, got: hash }), {
      details: { expected, got: hash },
    });
  }
  await ledger.reach();
  const roles = await ledger.read((facts) => facts.rolesOf(hash));
  if (roles.length === 0) {
    throw new LedgerError('content-unknown', message('errors.hash-unnamed', { hash }));
  }
  await requireRole(roles, bytes, {
    content: detectMediaType,
    metadata: (document) => decodeDocument(Metadata, document),
    ...checks,
  });
  await ledger.files.write(bytes);
  return { hash, bytes: bytes.length };
}

/** A stranger may have named the hash as something else: bytes are taken that fit what anybody named them as. */
async function requireRole(
  roles: readonly FileRole[],
  bytes: Uint8Array,
  checks: Partial<Record<FileRole, (bytes: Uint8Array) => unknown>>,
) {
  const refusals: unknown[] = [];
  for (const role of roles) {
    try {
      await checks[role]?.(bytes);
      return;
    } catch (error) {
      refusals.push(error);
    }
  }
  throw refusals[0];
}
