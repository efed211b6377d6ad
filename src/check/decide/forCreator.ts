import type { Work } from '../../work/Work.ts';
import type { CheckEvidence, UpstreamLicences } from '../evidence/CheckEvidence.ts';
import { toAsked, askHeld } from './askHeld.ts';
import { licenceDuties, merged } from '../duties/dutiesOf.ts';
import { refusalBy } from './forLicensee.ts';
import { licenceStep } from './licenceStep.ts';
import { toGround, toOutcome, permission, type Outcome, type Trail } from './outcome.ts';
import type { Duty } from '../duties/Duty.ts';

/** A creator may do anything with what is all their own; what rests on licences is bound to all of them. */
export function decideForCreator(
  evidence: CheckEvidence,
  work: Work,
  resting: UpstreamLicences,
  trail: Trail,
): Outcome {
  const { use, now } = evidence;
  const [lacking] = resting.lacking;
  if (lacking !== undefined) {
    const { workId } = lacking;
    trail?.push({ found: 'source-unlicensed', values: { use, workId }, then: 'denies' });
    const ground = toGround('source-licence', lacking.path, {
      termsId: lacking.termsId,
    });
    return toOutcome('denied', 'use-not-licensed', `sources.uses.${use}`, ground);
  }
  const asked = toAsked(evidence);
  const duties: Duty[] = [];
  let undecided: Outcome | undefined;
  for (const held of resting.held) {
    const { workId, termsId } = held.licence;
    const said = askHeld(held, asked);
    trail?.push(licenceStep(use, held, said, said.says === 'denies' ? 'denies' : 'goes-on'));
    if (said.says === 'permits') {
      duties.push(...licenceDuties(held, said.duties, now));
      continue;
    }
    const refusal = refusalBy(held, said, held.path, `sources.${workId}.terms.${termsId}`);
    // What is denied by one source is denied, whatever nobody knows of another.
    if (said.says === 'denies') return refusal;
    undecided ??= refusal;
  }
  if (undecided !== undefined) {
    trail?.push({ found: 'sources-permit-in-part', values: {}, then: 'cannot-tell' });
    return undecided;
  }
  const ends = resting.held.flatMap(({ licence: { until } }) => (until === null ? [] : [until]));
  trail?.push({ found: 'account-is-creator', values: {}, then: 'permits' });
  return permission('creator', 'work.creator', toGround('creator-right', [work.workId]), {
    duties: merged(duties),
    until: ends.length === 0 ? null : Math.min(...ends),
  });
}
