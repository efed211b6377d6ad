import { curePeriod, type RecordedBreach } from '../../terms/Breach.ts';
import { type Approval, type Licence, type Offer } from '../../terms/Terms.ts';
import { blocks, durationText, listText, pairs, timeText } from '../terminal/format.ts';
import { shareText } from '../../kernel/values.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';

export function showOffers(offers: readonly Offer[], money: MoneyFormat): string {
  if (offers.length === 0) return 'no offers';
  return blocks(
    ...offers.map(({ termsId, terms, uses, passOn, flags, open }) =>
      pairs(
        ['terms', `${termsId}${open ? '' : ' (withdrawn)'}`],
        ['price', money(terms.price, terms.currency)],
        ['uses', listText(uses)],
        ['pass on', listText(passOn)],
        ['share', `${shareText(terms.revenueShareBps)} of revenue`],
        ['lasts', durationText(terms.duration)],
        ['licences', terms.cap === 0 ? 'any number' : `up to ${terms.cap}`],
        ['flags', listText(flags)],
      ),
    ),
  );
}

export function showLicences(licences: readonly Licence[], money: MoneyFormat): string {
  if (licences.length === 0) return 'no licences';
  return blocks(
    ...licences.map((licence) =>
      pairs(
        ['work', `${licence.workId}`],
        ['terms', licence.termsId],
        ['licensee', licence.licensee],
        ['uses', listText(licence.uses)],
        ['units', licence.units === 1 ? null : `${licence.units}`],
        ['price', money(licence.price, licence.currency)],
        ['share', `${shareText(licence.revenueShareBps)} of revenue`],
        ['since', timeText(licence.since)],
        ['until', licence.until === null ? 'without end' : timeText(licence.until)],
        ['revoked', licence.revoked ? 'yes' : null],
        ['breach', licence.breach === null ? null : breachText(licence.breach)],
        ['transaction', licence.transaction],
      ),
    ),
  );
}

export function showApprovals(approvals: readonly Approval[]): string {
  if (approvals.length === 0) return 'nobody asked';
  return blocks(
    ...approvals.map(({ termsId, licensee, state, block }) =>
      pairs(['licensee', licensee], ['terms', termsId], ['state', state], ['block', `${block}`]),
    ),
  );
}

function breachText({ breach, recorded, evidence }: RecordedBreach): string {
  return `${breach}, recorded ${timeText(recorded)}, to be cured by ${timeText(recorded + curePeriod)}, evidence ${evidence}`;
}
