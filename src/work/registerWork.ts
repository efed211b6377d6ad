import { z } from 'zod';
import { canonicalJson } from '../kernel/json/canonicalJson.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { WorkFacts, WorkLedger } from './ports.ts';
import { zeroHash, type Origin } from '../kernel/values.ts';
import { summaryFromByte } from './digitalSourceTypes.ts';
import { requireWork } from './findWork.ts';
import { labelsFromBits } from './Labels.ts';
import { kindNames, Metadata } from './Metadata.ts';
import type { Registration, Shares, SignedRegistration } from './Registration.ts';
import { hashMetadata } from './WorkDraft.ts';
import { computeWorkId } from './computeWorkId.ts';

/**
 * Relays a registration its creator signed, and keeps the metadata it names.
 *
 * Registering the same again changes nothing. Nothing is kept of a registration that the chain refuses.
 *
 * @throws LedgerError `chain-mismatch`, `metadata-mismatch` if metadata and registration say different things,
 * `work-unknown` for a source, and whatever the contract refuses: `signature-invalid`, `source-not-licensed`, ….
 */
export async function registerWork(
  ledger: WorkLedger,
  signed: SignedRegistration,
): Promise<{ workId: bigint } & Origin> {
  const { creator, registration, metadata, deadline, signature } = signed;
  requireChain(ledger, signed.chainId);
  requireSameWords(registration, metadata);
  await ledger.reach();
  const workId = computeWorkId(creator, registration.contentHash);
  const { known, sourceShares } = await ledger.read(async (facts) => ({
    known: await facts.workOf(workId),
    sourceShares: await findAbsoluteShares(facts, registration),
  }));
  const relayed = { creator, registration, sourceShares, deadline, signature };
  if (known?.registered != null) {
    // What would change nothing is not sent: somebody would have to pay for it.
    await ledger.chain.requireRegistrable(relayed);
    const { block, transaction } = known.registered;
    return { workId, block, transaction };
  }
  const origin = await ledger.chain.registerFor(relayed);
  await ledger.files.write(Buffer.from(canonicalJson(z.encode(Metadata, metadata))));
  await ledger.reach();
  return { workId, ...origin };
}

/** @throws LedgerError `chain-mismatch` for something that was signed for another chain. */
export function requireChain({ deployment }: WorkLedger, chainId: number): void {
  if (chainId !== deployment.chainId) {
    throw new LedgerError(
      'chain-mismatch',
      message('errors.chain', { expected: deployment.chainId, got: chainId }),
      {
        details: { expected: deployment.chainId, got: chainId },
      },
    );
  }
}

/** The shares of each source whose descendants owe an absolute share, in the order of the sources. */
export async function findAbsoluteShares(facts: WorkFacts, { sources }: Registration): Promise<Shares[]> {
  const shares: Shares[] = [];
  for (const { workId } of sources) {
    const source = await requireWork(facts, workId);
    if (source.owesAbsolute) shares.push(await facts.sharesOf(workId));
  }
  return shares;
}

function requireSameWords(registration: Registration, metadata: Metadata): void {
  const named = metadata.sources.map(({ workId, termsId }) => `${workId} ${termsId ?? zeroHash}`);
  const registered = registration.sources.map(({ workId, termsId }) => `${workId} ${termsId}`);
  const pairs: [field: string, expected: string, got: string][] = [
    ['metadataHash', registration.metadataHash, hashMetadata(metadata)],
    ['content.hash', registration.contentHash, metadata.content.hash],
    ['kind', kindNames[registration.kind] ?? `${registration.kind}`, metadata.kind],
    ['aiSummary', summaryFromByte(registration.aiSummary), metadata.aiSummary],
    ['labels', labelsFromBits(registration.labels).join(', '), (metadata.labels ?? []).join(', ')],
    ['sources', registered.join(', '), named.join(', ')],
  ];
  for (const [field, expected, got] of pairs) {
    if (expected === got) continue;
    throw new LedgerError(
      'metadata-mismatch',
      message('errors.metadata-field', {
        field,
        expected: expected || message('errors.none'),
        got: got || message('errors.none'),
      }),
      { details: { field, expected, got } },
    );
  }
}
