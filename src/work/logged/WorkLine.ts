import { z } from 'zod';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { refuseInput } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
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
    throw refuseInput([{ field: 'content.hash', fault: message('errors.hash-zero') }]);
  if (kind === derivative ? sources.length === 0 : kind === heritageElement && sources.length > 0) {
    throw refuseInput([
      {
        field: 'sources',
        fault: message(kind === derivative ? 'errors.sources-missing' : 'errors.sources-unexpected'),
      },
    ]);
  }
  if (regime.registrar === openRegime.registrar && (regime.minHolding > 0 || regime.maxTransfers > 0)) {
    throw refuseInput([{ field: 'regime', fault: message('errors.registrar-missing') }]);
  }
  if ((holderUses & ownCeiling(registration)) !== holderUses) {
    throw new LedgerError(
      'use-above-ceiling',
      message('errors.at-field', { field: 'holderUses', fault: message('errors.holder-uses-retained') }),
    );
  }
}
