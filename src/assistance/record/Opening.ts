import { z } from 'zod';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../../kernel/json/canonicalJson.ts';
import { Hash, type Hex } from '../../kernel/values.ts';
import { PublicRecord, type AssistanceRecord } from './Assistance.ts';
import { refuseConflict } from '../../kernel/Contradiction.ts';
import { requireConsistent, requireDerived } from '../summary/requireConsistent.ts';
import { message } from '../../messages/Message.ts';

/** What opens a commitment: who has it can read the record, and prove to others what it says. */
export const Opening = z.strictObject({
  type: z.literal('assistanceOpening'),
  version: z.literal(1),
  /** 32 random bytes: without them nobody can try out what a record may say. */
  salt: Hash,
  record: PublicRecord,
});
export type Opening = z.output<typeof Opening>;

/** A record that is withheld. */
export type Withheld = Exclude<AssistanceRecord, PublicRecord>;

/** An opening of a new commitment to a record. */
export function toOpening(record: PublicRecord): Opening {
  return { type: 'assistanceOpening', version: 1, salt: `0x${bytesToHex(randomBytes(32))}`, record };
}

/** SHA-256 of the salt's 32 bytes and the canonical JSON (RFC 8785) of the record in its public form. */
export function computeCommitment({ salt, record }: Pick<Opening, 'salt' | 'record'>): Hex {
  const text = canonicalJson(z.encode(PublicRecord, record));
  return `0x${bytesToHex(sha256(concatBytes(hexToBytes(salt.slice(2)), utf8ToBytes(text))))}`;
}

/**
 * Requires that an opening is the one of a withheld record, and that the record keeps what it says in public.
 *
 * @throws LedgerError `assistance-conflict`.
 */
export function requireOpens(withheld: Withheld, opening: Opening): void {
  const { record } = opening;
  const fields: [field: string, open: unknown, stated: unknown][] = [
    ['commitment', computeCommitment(opening), withheld.commitment],
    ['workId', `${record.workId}`, `${withheld.workId}`],
    ['author', record.author, withheld.author],
    ['amends', record.amends, withheld.amends],
    ['stated', record.stated, withheld.stated],
    ['summary', record.summary, withheld.summary],
  ];
  for (const [field, open, stated] of fields) {
    if (canonicalJson(open) === canonicalJson(stated)) continue;
    throw refuseConflict({
      statements: [
        { step: null, field, says: stated },
        { step: null, field: `opening.${field}`, says: open },
      ],
      rule: message('errors.rule-opening', { field }),
    });
  }
  requireConsistent(record, record.workId);
  requireDerived(record, record.summary);
}
