import type { ProcessPack } from '../../src/process/ProcessPack.ts';
import { composePack, type Disclosed } from '../../src/process/composePack.ts';
import type { RecordedSession } from '../../src/process/readSession.ts';
import type { Hex } from '../../src/kernel/values.ts';
import type { ChainGround } from '../../src/verify/Ground.ts';
import { rootGround } from '../../src/verify/grounds/rootGround.ts';
import { chainWith } from './grounds.ts';
import { toBytes, place, provenHeads, createSession, type Happening } from './session.ts';

export const start = 1_760_000_000_000;
export const happenings: Happening[] = [
  { kind: 'prompt', time: start, content: 'secret-prompt', label: 'secret-label-0' },
  { kind: 'seed', time: start + 1000, content: '42', label: 'secret-label-1' },
  { kind: 'draft', time: start + 2000, content: 'secret-draft', label: 'secret-label-2' },
  { kind: 'choice', time: start + 3000, content: 'the first', label: 'secret-label-3' },
  { kind: 'layerExport', time: start + 4000, content: 'the work', label: 'final.png' },
];
export const session = createSession(happenings);
export const hashOnly: Disclosed = { content: 'hash', label: true };
/** A pack of what is chosen, with heads after so many events each. */
export const toPack = async (
  chosen: Map<number, Disclosed>,
  of: RecordedSession = session,
  counts = [of.events.length],
) => composePack(of, chosen, await provenHeads(of, counts), place);

/** A chain that anchored the roots of a pack in its block 12. */
export const openChainPort = (
  { heads }: ProcessPack,
  timestampOf: (transaction: Hex) => number = () => 1_760_000_100,
): ChainGround =>
  chainWith(place.chainId, (transaction) => {
    const anchors = heads.map(({ anchor }) => anchor).filter((one) => one.transaction === transaction);
    const [first] = anchors;
    return (
      first && {
        block: { number: first.block, hash: toBytes('block'), timestamp: timestampOf(transaction) },
        roots: anchors.map(({ size, root }) => ({ contract: place.log, size, root })),
      }
    );
  });
export const rootsOf = (...known: Hex[]) => rootGround(...known.map((root) => ({ root })));
