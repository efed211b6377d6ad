import { parseInput } from '../../kernel/json/parseInput.ts';
import { Bundle } from '../../log/Bundle.ts';
import { hasFailed } from '../compare.ts';
import { conclude } from '../conclude.ts';
import type { Ground } from '../Ground.ts';
import type { Verification } from '../Verification.ts';
import { anchorRows, findEvidence } from './anchorRows.ts';
import { entryRows, type EntryExpectations } from './entryRows.ts';

export interface EntryVerification extends Verification {
  entry: Bundle;
}

/**
 * Verifies that an entry stands in the log, and the log's root on the chain. It needs no service.
 *
 * 1. The entry by itself: leaf, payload, document, checkpoint and inclusion proof.
 * 2. Its root by the ground, which is only asked if the entry agrees with itself.
 *
 * @param file What `lianpu log prove` wrote.
 * @throws LedgerError `input-invalid` for what is no entry, `checkpoint-invalid`, `chain-unreachable`.
 *
 * @example
 * await verifyEntry(file, chainGround(rpcUrl), { contract })
 * // { verdict: 'holds', against: 'chain', rows: [{ check: 'leaf', expected: '0x…', got: '0x…', ok: true }, …], entry }
 * await verifyEntry({ ...file, index: file.index + 1 }, rootGround(root, size))
 * // { verdict: 'does-not-hold', rows: [ …, { check: 'inclusion', expected: '0x…', got: null, ok: false }, … ], … }
 */
export async function verifyEntry(
  file: unknown,
  ground: Ground,
  expectations: EntryExpectations = {},
): Promise<EntryVerification> {
  const entry = parseInput(Bundle, file);
  const within = entryRows(entry, expectations);
  const claim = { ...entry, ...entry.anchor };
  const evidence = await findEvidence(hasFailed(within) ? undefined : ground, claim);
  return { ...conclude(ground.against, [...within, ...anchorRows(claim, evidence)]), entry };
}
