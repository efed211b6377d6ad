import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { BulkLedger } from './ports.ts';
import { zeroHash } from '../kernel/values.ts';
import { requireWork } from '../work/findWork.ts';
import { findLogged, isByCreator } from '../work/logged/loggedWork.ts';
import { findAbsoluteShares } from '../work/registerWork.ts';
import type { Minting } from './Minting.ts';

/**
 * What mints a logged work now.
 *
 * @throws LedgerError `work-unknown`, `work-conflict` for one that is minted, `entry-unanchored` while no anchor
 * covers its entry.
 */
export async function planMinting(ledger: BulkLedger, workId: bigint): Promise<Minting> {
  await ledger.reach();
  const { log, chain } = ledger;
  const work = await ledger.read((facts) => requireWork(facts, workId));
  const found = findLogged(log, workId);
  if (work.registered !== null || found === undefined) {
    throw new LedgerError('work-conflict', message('errors.work-minted', { workId }));
  }
  const { entry, payload, creator } = found;
  const { registration, termsId, signature } = payload;
  const { size } = await chain.anchored();
  if (entry.index >= size) {
    throw new LedgerError('entry-unanchored', message('errors.entry-unanchored', { index: entry.index }));
  }
  return await ledger.read(async (facts) => {
    const isOffered = isByCreator(found) && termsId !== zeroHash;
    const terms = isOffered ? await facts.termsOf(termsId) : undefined;
    return {
      creator,
      registration,
      sourceShares: await findAbsoluteShares(facts, registration),
      logged: {
        author: entry.envelope.author,
        termsId,
        index: entry.index,
        proof: log.proveInclusion(entry.index, size),
        signature,
      },
      terms: terms === undefined ? [] : [terms],
    };
  });
}
