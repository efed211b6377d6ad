import { z } from 'zod';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { Address, Hash, Signature, zeroHash } from '../../kernel/values.ts';
import { AiSummary } from '../digitalSourceTypes.ts';
import { closedBy } from '../Labels.ts';
import { Metadata } from '../Metadata.ts';
import { openRegime, Source, type Registration } from '../Registration.ts';
import { useNames, usesToBits } from '../Uses.ts';
import { WorkDraft } from '../WorkDraft.ts';

/**
 * A registration as one line of a stream: what a creator states of a work, without its file.
 *
 * Without a signature an operator vouches for it. Its word cannot give a creator's money away, so only lines that are
 * signed, or an operator's own, name sources and payees.
 */
export const WorkLine = WorkDraft.extend({
  creator: Address,
  content: Metadata.shape.content,
  aiSummary: AiSummary,
  sources: z.array(Source).max(16).default([]),
  /** The terms it is offered under. */
  termsId: Hash.default(zeroHash),
  /** The creator's, over `LoggedRegistration` (EIP-712). */
  signature: Signature.default('0x'),
});
export type WorkLine = z.output<typeof WorkLine>;

/** Whether only the chain can say if a registration holds: others' works and roles are part of it. */
export function restsOnOthers({ kind, labels, regime, sources }: Registration): boolean {
  return (
    kind === heritageElement ||
    labels !== 0 ||
    sources.length > 0 ||
    regime.registrar !== openRegime.registrar
  );
}

/** The uses a registration lets be licensed, as far as it alone decides: one bit each. */
export function ownCeiling({ retained, labels }: Registration): number {
  return allUses & ~retained & ~closedBy(labels);
}

const [heritageElement, derivative] = [0, 2];
const allUses = usesToBits(useNames);

/**
 * What `WorkRegistry` requires of a registration by itself (contracts/work/Statements.sol).
 *
 * @throws LedgerError `input-invalid`, `use-above-ceiling`.
 */
export function requireSensible(registration: Registration): void {
  const { kind, sources, holderUses, regime, contentHash } = registration;
  if (contentHash === zeroHash)
    throw new LedgerError('input-invalid', 'content.hash: expected a hash, got zero');
  if (kind === derivative ? sources.length === 0 : kind === heritageElement && sources.length > 0) {
    throw new LedgerError('input-invalid', `sources: expected what fits the kind, got ${sources.length}`);
  }
  if (regime.registrar === openRegime.registrar && (regime.minHolding > 0 || regime.maxTransfers > 0)) {
    throw new LedgerError('input-invalid', 'regime: expected a registrar with a restriction, got none');
  }
  if ((holderUses & ownCeiling(registration)) !== holderUses) {
    throw new LedgerError(
      'use-above-ceiling',
      'holderUses: expected uses the creator does not retain, got one',
    );
  }
}
