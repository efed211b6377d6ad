import type { Part, TracedPayment, WorkTrace } from '../../trace/Trace.ts';
import { shareText } from '../../kernel/values.ts';
import { describeRecords } from '../assistance/describeRecords.ts';
import type { Say } from '../command/Say.ts';
import { describeLicences, describeOffers } from '../licence/describeLicences.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';
import { blocks, line, pairs, short } from '../terminal/format.ts';
import { blockWords } from '../terminal/words.ts';
import { describeLineage } from './describeLineage.ts';

export async function describeTrace(trace: WorkTrace, money: MoneyFormat, say: Say): Promise<string> {
  const { work, title, payments, held, upstreamIncome, block } = trace;
  const none = say('cli.none');
  const at = blockWords(say, block);
  const heading = say('cli.trace.title', { title: title ?? say('cli.trace.untitled'), kind: work.kind });
  const upstream = upstreamIncome.map(
    ({ fromWorkId, amount, currency }) => [short(fromWorkId), money.amount(amount, currency)] as const,
  );
  const balances = held.map(({ amount, currency }) => money.amount(amount, currency));
  const paid = payments.map((payment) => paymentText(payment, money, say));
  return blocks(
    `${line(heading)}\n  ${work.workId}`,
    section(say('cli.trace.lineage'), await describeLineage(trace, say)),
    section(say('cli.trace.payees'), payeesText(trace, say)),
    section(say('cli.trace.assistance'), await describeRecords(trace.assistance, say)),
    section(say('cli.trace.offers'), describeOffers(trace.offers, money, say)),
    section(say('cli.trace.licences'), describeLicences(trace.licences, money, say)),
    section(say('cli.trace.payments'), paid.length === 0 ? none : blocks(...paid)),
    section(say('cli.trace.upstream'), upstream.length === 0 ? none : pairs(...upstream)),
    section(say('cli.trace.held'), balances.length === 0 ? none : balances.join(', ')),
    say('cli.trace.as-of', { block: at }),
  );
}

function payeesText({ work, shares }: WorkTrace, say: Say): string {
  if (shares.payees.length === 0) return pairs([work.registrant, say('cli.trace.payee-all')]);
  return pairs(
    ...shares.payees.map(
      ({ account, shareBps }) =>
        [account, say('cli.trace.payee-share', { share: shareText(shareBps) })] as const,
    ),
  );
}

function paymentText(payment: TracedPayment, money: MoneyFormat, say: Say): string {
  const { amount, currency, payer, paidFor, reference, origin, parts } = payment;
  const purpose =
    paidFor === 'other'
      ? say('cli.trace.paid-reference', { reference: short(reference) })
      : say(`cli.trace.paid-${paidFor}`);
  return pairs(
    [
      say('cli.trace.paid'),
      say('cli.trace.paid-for', { amount: money.amount(amount, currency), purpose, payer }),
    ],
    [say('cli.block'), blockWords(say, { number: origin.block, timestamp: origin.timestamp })],
    ...parts.map((part) => partPair(part, money.amount(part.amount, currency), say)),
  );
}

/** One way of a payment, to its end: a payee, or a work that holds it. */
function partPair({ path, payee }: Part, amount: string, say: Say): [string, string] {
  const way = path.map(short).join(' → ');
  if (payee === null) {
    return [say('cli.trace.part-held'), say('cli.trace.part-held-text', { amount, path: way })];
  }
  return [say('cli.trace.part-payee'), say('cli.trace.part-payee-text', { amount, payee, path: way })];
}

function section(title: string, text: string): string {
  return `${title}\n${text.replace(/^(?=.)/gm, '  ')}`;
}
