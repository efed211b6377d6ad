import { curePeriod, type RecordedBreach } from '../../terms/Breach.ts';
import type { Licence, Offer } from '../../terms/Terms.ts';
import { shareText } from '../../kernel/values.ts';
import type { Say } from '../command/Say.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';
import { blocks, pairs, timeText } from '../terminal/format.ts';
import { durationWords, listWords } from '../terminal/words.ts';

export function describeOffers(offers: readonly Offer[], money: MoneyFormat, say: Say): string {
  if (offers.length === 0) return say('cli.licence.no-offers');
  return blocks(
    ...offers.map(({ termsId, terms, uses, passOn, flags, open }) =>
      pairs(
        [say('cli.terms'), open ? termsId : say('cli.licence.withdrawn', { termsId })],
        [say('cli.licence.price'), money.amount(terms.price, terms.currency)],
        [say('cli.licence.uses'), listWords(say, uses)],
        [say('cli.licence.pass-on'), listWords(say, passOn)],
        [say('cli.licence.share'), ofRevenue(terms.revenueShareBps, say)],
        [say('cli.licence.duration'), durationWords(say, terms.duration)],
        [say('cli.licence.licences'), limitText(terms.cap, say)],
        [say('cli.licence.flags'), listWords(say, flags)],
      ),
    ),
  );
}

export function describeLicences(licences: readonly Licence[], money: MoneyFormat, say: Say): string {
  if (licences.length === 0) return say('cli.licence.no-licences');
  return blocks(
    ...licences.map((licence) =>
      pairs(
        [say('cli.work'), `${licence.workId}`],
        [say('cli.terms'), licence.termsId],
        [say('cli.licensee'), licence.licensee],
        [say('cli.licence.uses'), listWords(say, licence.uses)],
        [say('cli.units'), licence.units === 1 ? null : `${licence.units}`],
        [say('cli.licence.price'), money.amount(licence.price, licence.currency)],
        [say('cli.licence.share'), ofRevenue(licence.revenueShareBps, say)],
        [say('cli.licence.since'), timeText(licence.since)],
        [say('cli.licence.until'), licence.until === null ? say('cli.no-expiry') : timeText(licence.until)],
        [say('cli.licence.revoked'), licence.revoked ? say('cli.yes') : null],
        [say('cli.breach'), licence.breach === null ? null : breachText(licence.breach, say)],
        [say('cli.transaction'), licence.transaction],
      ),
    ),
  );
}

function ofRevenue(bps: number, say: Say): string {
  return say('cli.licence.of-revenue', { share: shareText(bps) });
}

function limitText(cap: number, say: Say): string {
  return cap === 0 ? say('cli.licence.licences-any') : say('cli.licence.licences-up-to', { cap });
}

function breachText({ breach, recorded, evidence }: RecordedBreach, say: Say): string {
  const [recordedAt, deadline] = [timeText(recorded), timeText(recorded + curePeriod)];
  return say('cli.licence.breach-text', { breach, recorded: recordedAt, deadline, evidence });
}
