import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { openRegime, type Registration } from '../../src/work/Registration.ts';
import { usesToBits } from '../../src/work/Uses.ts';

/** A work to register: a mask (kind 1) keeps AI training to its creator. */
export function registration(name: string, kind: number): Registration {
  return {
    contentHash: hashBytes(Buffer.from(name)),
    metadataHash: hashBytes(Buffer.from(`${name} metadata`)),
    kind,
    retained: kind === 1 ? usesToBits(['aiTraining']) : 0,
    holderUses: 0,
    moralRights: 7,
    aiSummary: 0,
    resaleBps: 500,
    labels: 0,
    regime: openRegime,
    sources: [],
    payees: [],
  };
}
