import { zeroHash } from '../../src/kernel/values.ts';
import type { Work } from '../../src/work/Work.ts';

/** What a minted work is apart from whose it is and what may be done with it. */
export const bareWork = {
  kind: 'opera-mask',
  contentHash: zeroHash,
  metadataHash: zeroHash,
  moralRights: [],
  aiSummary: 'undeclared',
  resaleBps: 0,
  labels: [],
  labelled: false,
  regime: null,
  until: null,
  frozen: false,
  shareAlike: false,
  owesAbsolute: false,
  vouched: null,
  registered: { block: 1, transaction: zeroHash, timestamp: 1 },
  logged: null,
} satisfies Partial<Work>;
