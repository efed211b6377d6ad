import type { TermsFacts } from '../../terms/ports.ts';
import { zeroHash } from '../../kernel/values.ts';
import { labelThatCloses } from '../../work/Labels.ts';
import { usesFromBits, type Use } from '../../work/Uses.ts';
import type { Work } from '../../work/Work.ts';
import type { UseClosure } from './CheckEvidence.ts';

/** Works up a lineage that are looked at: a denial stands without its origin. */
const most = 1024;

/**
 * What keeps a use from a work whose ceiling does not have it: the nearest label up the lineage that closes it, or else
 * the nearest right that a creator kept or that the terms of a source did not pass on; null where none of the works
 * looked at says so.
 */
export async function findClosure(
  facts: Pick<TermsFacts, 'workOf' | 'sharesOf' | 'termsOf'>,
  work: Work,
  use: Use,
): Promise<UseClosure | null> {
  const known = new Map<bigint, Work | undefined>([[work.workId, work]]);
  const read = async (workId: bigint) => {
    if (!known.has(workId) && known.size < most) known.set(workId, await facts.workOf(workId));
    return known.get(workId);
  };
  const seen = new Set([work.workId]);
  const pending: { work: Work; path: readonly bigint[] }[] = [{ work, path: Object.freeze([work.workId]) }];
  let other: UseClosure | null = null;
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { path } = next;
    const label = labelThatCloses(next.work.labels, use);
    if (label !== undefined) return { path, by: { kind: 'label', label } };
    if (next.work.retained.includes(use)) other ??= { path, by: { kind: 'retained' } };
    // Only a label is looked for further than the nearest that is found.
    if (other !== null && !work.labelled) return other;
    for (const { workId, termsId } of (await facts.sharesOf(next.work.workId)).sources) {
      const source = await read(workId);
      if (source === undefined) continue;
      // What is found is remembered, and told as it is.
      const to = Object.freeze([...path, workId]);
      if (!source.ceiling.includes(use)) {
        if (!seen.has(workId)) pending.push({ work: source, path: to });
        seen.add(workId);
      } else if (termsId !== zeroHash && other === null) {
        // A source is come to by several ways, and each has terms of its own.
        const terms = await facts.termsOf(termsId);
        const passes = terms === undefined || usesFromBits(terms.passOn).includes(use);
        if (!passes) other = { path: to, by: { kind: 'terms', termsId } };
      }
    }
  }
  return other;
}
