import type { Part, TracedPayment, WorkTrace } from '../../trace/Trace.ts';
import { zeroHash } from '../../kernel/values.ts';
import { showRecords } from '../assistance/showAssistance.ts';
import { blocks, line, listText, pairs, short, table, timeText } from '../terminal/format.ts';
import { shareText } from '../../kernel/values.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';
import { showLicences, showOffers } from '../licence/showLicences.ts';

export async function showTrace(trace: WorkTrace, money: MoneyFormat): Promise<string> {
  const { work, title, payments, held, upstreamIncome, block } = trace;
  return blocks(
    `${line(title ?? '(nobody brought what is said of it)')} · ${work.kind}\n  ${work.workId}`,
    section('lineage', await lineageOf(trace)),
    section('payees', payeesOf(trace)),
    section('assistance', await showRecords(trace.assistance)),
    section('offers', showOffers(trace.offers, money)),
    section('licences', showLicences(trace.licences, money)),
    section(
      'payments',
      payments.length === 0 ? 'none' : blocks(...payments.map((one) => paymentText(one, money))),
    ),
    section(
      'from works made from it',
      upstreamIncome.length === 0
        ? 'none'
        : pairs(
            ...upstreamIncome.map(
              ({ fromWorkId, amount, currency }) => [short(fromWorkId), money(amount, currency)] as const,
            ),
          ),
    ),
    section('held', listText(held.map(({ amount, currency }) => money(amount, currency)))),
    `as of block ${block.number}, ${timeText(block.timestamp)}`,
  );
}

async function lineageOf({ work, lineage }: WorkTrace): Promise<string> {
  const rows = lineage.map(({ workId, generation, title, creator, sources }) => [
    generation > 0 ? `+${generation}` : generation,
    `${title ?? '(untitled)'}${workId === work.workId ? ' (this work)' : ''}`,
    short(workId),
    short(creator),
    listText(
      sources.map((source) => {
        const owed = `${shareText(source.shareBps)}${source.absolute ? ' absolute' : ''} to ${short(source.workId)}`;
        return source.termsId === zeroHash ? `${owed}, own` : owed;
      }),
    ),
  ]);
  return await table(['generation', 'title', 'work', 'creator', 'owes'], rows);
}

function payeesOf({ work, shares }: WorkTrace): string {
  if (shares.payees.length === 0) return pairs([work.registrant, 'all that the sources leave']);
  return pairs(
    ...shares.payees.map(
      ({ account, shareBps }) => [account, `${shareText(shareBps)} of what the sources leave`] as const,
    ),
  );
}

function paymentText(payment: TracedPayment, money: MoneyFormat): string {
  const { amount, currency, payer, paidFor, reference, origin, parts } = payment;
  const purpose = paidFor === 'other' ? `reference ${short(reference)}` : paidFor;
  return blocks(
    pairs(
      ['paid', `${money(amount, currency)} for ${purpose}, by ${payer}`],
      ['when', `${timeText(origin.timestamp)}, block ${origin.block}`],
      ...parts.map(
        (part) =>
          [part.payee === null ? 'held' : 'to payee', partText(part, money(part.amount, currency))] as const,
      ),
    ),
  );
}

function partText({ path, payee }: Part, amount: string): string {
  return `${amount} ${payee === null ? 'in' : `${payee} via`} ${path.map(short).join(' → ')}`;
}

function section(title: string, text: string): string {
  return `${title}\n${text.replace(/^(?=.)/gm, '  ')}`;
}
