import { z } from 'zod';
import { Address, Hash, Signature } from '../kernel/values.ts';
import { Registration, Shares } from '../work/Registration.ts';
import { Terms } from '../terms/Terms.ts';

/** All that mints a work by the proof of its entry in the log, as `WorkRegistry.registerFromLog` takes it. */
export const Minting = z.object({
  creator: Address,
  registration: Registration,
  /** For each source that owes an absolute share, in the order of the sources: its shares. */
  sourceShares: z.array(Shares),
  /** What the entry says beside the registration, with the proof that it is one (contracts/log/Logged.sol). */
  logged: z.object({
    /** Who speaks in it: the creator, or an operator of the log. */
    author: Address,
    termsId: Hash,
    index: z.int(),
    /** In the tree of the last anchor: a newer one needs a proof of its own. */
    proof: z.array(Hash),
    /** The creator's; `0x` where an operator speaks. */
    signature: Signature,
  }),
  /** The terms it is offered under from then on: those its creator said; none where somebody else vouches. */
  terms: z.array(Terms).max(1),
});
export type Minting = z.output<typeof Minting>;
