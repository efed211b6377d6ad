import type { TermsFacts } from '../../terms/ports.ts';
import { zeroHash } from '../../kernel/values.ts';
import type { Use } from '../../work/Uses.ts';
import type { Work } from '../../work/Work.ts';
import type { UpstreamLicences } from './CheckEvidence.ts';
import { covers, reaches, type Licence } from '../../terms/Terms.ts';

/** Whether a licence under terms of a work would be the one that a source lacks: under its own terms, or under any. */
export function fills(
  licence: Pick<Licence, 'workId' | 'termsId'>,
  { workId, termsId }: UpstreamLicences['lacking'][number],
): boolean {
  return licence.workId === workId && (termsId === zeroHash || licence.termsId === termsId);
}

/**
 * The licences a creator's use of an own work rests on: of every source that is somebody else's, here and, through
 * sources of one's own, upstream; and the sources that no licence covers. Whose a source is counts now: the role of its
 * creator may have passed on since.
 *
 * A work stays licensed by what it was made under, also when its units were passed on; and where the creator's role
 * passed on, by the licence of who registered it, as for `reviseEnd` (contracts/work/IWorkRegistry.sol).
 */
export async function findUpstreamLicences(
  facts: TermsFacts,
  work: Work,
  use: Use,
  now: number,
): Promise<{ licences: { licence: Licence; path: bigint[] }[]; lacking: UpstreamLicences['lacking'] }> {
  const { creator } = work;
  const found: { licence: Licence; path: bigint[] }[] = [];
  const lacking: { workId: bigint; termsId: Licence['termsId']; path: bigint[] }[] = [];
  const pending = [{ work, path: [work.workId] }];
  const seen = new Set<bigint>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { registrant, workId: made } = next.work;
    if (seen.has(made)) continue;
    seen.add(made);
    const { sources } = await facts.sharesOf(made);
    for (const { workId, termsId } of sources) {
      const path = [...next.path, workId];
      const source = await facts.workOf(workId);
      if (source?.creator === creator) {
        pending.push({ work: source, path });
        continue;
      }
      const licences = await facts.licencesOf({ workId, licensee: creator });
      if (registrant !== creator)
        licences.push(...(await facts.licencesOf({ workId, licensee: registrant })));
      const held = licences.find(
        (licence) =>
          licence.since <= now &&
          (termsId === zeroHash
            ? licence.licensee === creator && covers(licence, use, now)
            : licence.termsId === termsId && reaches(licence, use, now)),
      );
      if (source === undefined || held === undefined) lacking.push({ workId, termsId, path });
      else found.push({ licence: held, path });
    }
  }
  return { licences: found, lacking };
}
