import type { Work } from '../../work/Work.ts';
import { madeWithAi } from '../../work/digitalSourceTypes.ts';
import type { Hex } from '../../kernel/values.ts';
import { curePeriod } from '../../terms/Breach.ts';
import type { Duty } from './Duty.ts';
import type { HeldLicence } from '../evidence/CheckEvidence.ts';
import type { Payment, ReportedUse } from '../evidence/Fulfilment.ts';
import type { Licence, Offer } from '../../terms/Terms.ts';
import { computeDeadline, type AskedDuty } from './askedDuties.ts';

/** Moral rights stay with the creator whoever uses the work. */
export function moralDuties({ workId, moralRights, aiSummary }: Work): Duty[] {
  const duties: Duty[] = [];
  if (moralRights.includes('attribution')) duties.push(bare('attribute', workId, null));
  if (moralRights.includes('disclosure') && madeWithAi(aiSummary)) {
    duties.push(bare('disclose-ai', workId, null));
  }
  return duties;
}

/** What a licence asks for by its terms, in its document or not, and what the chain says was done of it: see `merged`. */
export function licenceDuties(held: HeldLicence, asked: readonly AskedDuty[], now: number): Duty[] {
  const { licence, offer } = held;
  const { workId, termsId, since } = licence;
  const duties = flagDuties(held);
  for (const { says, due } of asked) {
    const duty = { ...bare(says.duty, workId, termsId), ...says, deadline: computeDeadline(due, since, now) };
    duties.push(fulfil(duty, held));
  }
  if (licence.breach !== null) {
    const { breach, recorded } = licence.breach;
    const cure = bare('cure-breach', workId, termsId);
    duties.push({ ...cure, deadline: recorded + curePeriod, fulfilled: false, breach });
  }
  if (offer !== undefined) duties.push(...priceDuties(held, offer));
  return duties;
}

/** What an offer would ask for beside its price: see `merged`. */
export function offerDuties(
  { workId, termsId, flags, terms }: Offer,
  asked: readonly AskedDuty[],
  now: number,
): Duty[] {
  const { revenueShareBps, currency } = terms;
  return [
    ...(flags.includes('attribution') ? [bare('attribute', workId, termsId)] : []),
    ...(flags.includes('shareAlike') ? [bare('share-alike', workId, termsId)] : []),
    ...(revenueShareBps > 0
      ? [{ ...bare('report-and-pay', workId, termsId), currency, revenueShareBps }]
      : []),
    ...asked
      .filter(({ says }) => says.duty !== 'pay' && says.duty !== 'obtain-consent')
      .map(({ says, due }) => ({
        ...bare(says.duty, workId, termsId),
        ...says,
        deadline: computeDeadline(due, now, now),
      })),
  ];
}

/** One of each kind for each work; what one leaves open another may say. */
export function merged(duties: readonly Duty[]): Duty[] {
  const found: Duty[] = [];
  // There are few: comparing them takes less than names for them would.
  for (const duty of duties) {
    let at = 0;
    let known = found[at];
    while (known !== undefined && !isSame(known, duty)) known = found[(at += 1)];
    found[at] = known === undefined ? duty : both(known, duty);
  }
  return found;
}

function isSame(one: Duty, other: Duty): boolean {
  return toKind(one) === toKind(other) && one.action === other.action && one.workId === other.workId;
}

/** Whoever reports and pays reports. */
function toKind({ duty }: Duty): Duty['duty'] {
  return duty === 'report' ? 'report-and-pay' : duty;
}

function both(one: Duty, other: Duty): Duty {
  const [first, second] = one.duty === 'report' && other.duty !== 'report' ? [other, one] : [one, other];
  const duty = { ...first };
  duty.termsId ??= second.termsId;
  duty.deadline ??= second.deadline;
  duty.amount ??= second.amount;
  duty.currency ??= second.currency;
  if (second.text !== undefined) duty.text ??= second.text;
  return duty;
}

/** What was paid when a licence was acquired is a duty of its terms, too, and done. */
function priceDuties({ licence }: HeldLicence, { terms }: Offer): Duty[] {
  if (terms.price === 0n || licence.price === 0n) return [];
  const { workId, termsId, price, currency, block, transaction } = licence;
  const fulfilledBy = { fact: 'payment', reference: termsId, block, transaction } as const;
  return [{ ...bare('pay', workId, termsId), amount: price, currency, fulfilled: true, fulfilledBy }];
}

function flagDuties(held: HeldLicence): Duty[] {
  const { licence, offer } = held;
  const { workId, termsId, revenueShareBps, currency } = licence;
  const flags = offer?.flags ?? [];
  const duties: Duty[] = [];
  if (flags.includes('attribution')) duties.push(bare('attribute', workId, termsId));
  if (flags.includes('shareAlike')) duties.push(bare('share-alike', workId, termsId));
  if (revenueShareBps > 0) {
    const share = { ...bare('report-and-pay', workId, termsId), currency, revenueShareBps };
    duties.push(fulfil(share, held));
  }
  return duties;
}

/** Looks for the fact on the chain that fulfils a duty. */
function fulfil(duty: Duty, { licence, payments, reported }: HeldLicence): Duty {
  switch (duty.duty) {
    case 'pay':
      return { ...duty, ...paidBy(duty, licence, payments) };
    case 'report':
    case 'report-and-pay':
      return { ...duty, ...reportedBy(duty, licence, reported) };
    case 'obtain-consent': {
      // Who holds a licence was given it by the creator's terms, and approved where they ask for it.
      const { termsId: reference, block, transaction } = licence;
      return { ...duty, fulfilled: true, fulfilledBy: { fact: 'licence', reference, block, transaction } };
    }
    default:
      return duty;
  }
}

function paidBy({ amount, currency }: Duty, licence: Licence, payments: readonly Payment[]) {
  const { termsId: reference, block, transaction } = licence;
  if (amount === null) return {};
  if (licence.price >= amount && (currency ?? licence.currency) === licence.currency) {
    return { fulfilled: true, fulfilledBy: { fact: 'payment' as const, reference, block, transaction } };
  }
  const own = payments.filter(
    (one) => one.payer === licence.licensee && one.currency === (currency ?? licence.currency),
  );
  const sum = own.reduce((total, one) => total + one.amount, 0n);
  const last = own.at(-1);
  if (last === undefined || sum < amount) return { fulfilled: false };
  return { fulfilled: true, fulfilledBy: { fact: 'payment' as const, reference, ...last.origin } };
}

/** Fulfilled so far: something was reported under the licence, and what was due by that is paid. */
function reportedBy({ duty }: Duty, licence: Licence, reported: readonly ReportedUse[]) {
  const under = reported.filter(
    ({ terms, filed }) => terms.includes(licence.termsId) && filed.timestamp >= licence.since,
  );
  const last = under.at(-1);
  if (last === undefined) return { fulfilled: false };
  const owed = under.reduce((sum, { due, paid }) => sum + (paid < due ? due - paid : 0n), 0n);
  const { block, transaction } = last.filed;
  return {
    ...(duty === 'report' ? {} : { amount: owed }),
    fulfilled: duty === 'report' || owed === 0n,
    fulfilledBy: { fact: 'report' as const, reference: last.reportId, block, transaction },
  };
}

function bare(duty: Duty['duty'], workId: bigint, termsId: Hex | null): Duty {
  return {
    duty,
    workId,
    termsId,
    amount: null,
    currency: null,
    deadline: null,
    fulfilled: null,
    fulfilledBy: null,
  };
}
