import { composePack, type Disclosed } from '../../src/process/composePack.ts';
import type { RecordedSession } from '../../src/process/readSession.ts';
import type { PackWorld } from '../../src/verify/pack/verifyPack.ts';
import { recovers } from '../../src/chain/verifySignature.ts';
import { place, provenHeads, sessionOf, type Happening } from './session.ts';

/** A chain whose block 12 anchored whatever it is asked about. */
export const chain: PackWorld = {
  against: 'chain',
  anchored: () => Promise.resolve(1_760_000_100),
  verifySignature: (...asked) => Promise.resolve(recovers(...asked)),
};
export const roots = (...known: string[]): PackWorld => ({
  ...chain,
  against: 'root',
  anchored: ({ root }) => Promise.resolve(known.includes(root) ? null : 'unasked'),
});

export const start = 1_760_000_000_000;
export const happenings: Happening[] = [
  { kind: 'prompt', time: start, content: 'secret-prompt', label: 'secret-label-0' },
  { kind: 'seed', time: start + 1000, content: '42', label: 'secret-label-1' },
  { kind: 'draft', time: start + 2000, content: 'secret-draft', label: 'secret-label-2' },
  { kind: 'choice', time: start + 3000, content: 'the first', label: 'secret-label-3' },
  { kind: 'layerExport', time: start + 4000, content: 'the work', label: 'final.png' },
];
export const session = sessionOf(happenings);
export const hashOnly: Disclosed = { content: 'hash', label: true };
/** A pack of what is chosen, with heads after so many events each. */
export const packOf = async (
  chosen: Map<number, Disclosed>,
  of: RecordedSession = session,
  counts = [of.events.length],
) => composePack(of, chosen, await provenHeads(of, counts), place);
