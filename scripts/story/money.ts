import { Contract, parseUnits } from 'ethers';
import type { FiledReport } from '../../src/usage/UsageReport.ts';
import { native, type Hex } from '../../src/kernel/values.ts';
import { heading, line, money, short, table } from '../print.ts';
import type { Plot } from './Plot.ts';
import { payeeName, personName, type StoryContext } from './StoryContext.ts';

/** Stage 4: a platform licenses the medallion, says what it sold, and hears line by line what that costs. */
export async function reportUsage(
  context: StoryContext,
  { mask, medallion, platform }: Plot,
): Promise<FiledReport> {
  heading(4, 'usage', 'UsageLedger', `${personName(context, platform)} sells the medallion, and says so.`);
  const { clientOf, seeded } = context;
  const client = clientOf(platform);
  const workId = seeded.works.get(medallion.id) ?? 0n;
  const [terms] = medallion.offers.map((slug) => seeded.terms.get(slug));
  if (terms !== undefined) await client.licence.acquire(workId, terms);
  const maskId = `${seeded.works.get(mask.id) ?? 0n}`;
  const report = await client.usage.file({
    currency: context.yuan,
    period: { from: 1_790_812_800, to: 1_793_491_199 },
    lines: [
      { workId: `${workId}`, use: 'merchandise', count: 412, revenue: `${parseUnits('24717.88', 18)}` },
      { workId: `${workId}`, use: 'display', count: 98_104, revenue: `${parseUnits('310.07', 18) + 1n}` },
      { workId: maskId, use: 'display', count: 3, revenue: '0' },
    ],
  });
  const titles = new Map([
    [workId, medallion.title.en],
    [BigInt(maskId), mask.title.en],
  ]);
  table(
    ['work', 'use', 'count', 'revenue', 'licensed', 'due'],
    report.lines.map(({ workId: id, use, count, revenue, licensed, due }) => [
      titles.get(id) ?? short(id),
      use,
      `${count}`,
      money(revenue, report.currency),
      licensed ? 'yes' : 'no',
      money(due, report.currency),
    ]),
  );
  line(
    `  Filed as ${short(report.reportId)} in block ${report.filed.block}: ${money(report.due, report.currency)} due, ${report.unlicensed} line not licensed.`,
  );
  return report;
}

/** What somebody's wallet gained by a claim, as the chain says. */
export interface Gain {
  person: string;
  currency: Hex;
  gained: bigint;
}

/** Stage 5: the platform pays, the money moves through two generations of sources, and is claimed into wallets. */
export async function settleAndClaim(
  context: StoryContext,
  { medallion, platform }: Plot,
  report: FiledReport,
): Promise<Gain[]> {
  heading(
    5,
    'royalty',
    'RoyaltyLedger',
    `${personName(context, platform)} pays; anybody settles; the payees claim.`,
  );
  const { clientOf, accountOf, seeds, seeded, yuan, provider } = context;
  await clientOf(platform).usage.pay(report.reportId);
  const workId = seeded.works.get(medallion.id) ?? 0n;
  for (const currency of [yuan, native]) await clientOf(platform).royalty.settle(workId, currency);

  const token = new Contract(yuan, ['function balanceOf(address) view returns (uint256)'], provider);
  const createWallet = async (account: Hex, currency: Hex): Promise<bigint> =>
    currency === native
      ? await provider.getBalance(account)
      : ((await token.getFunction('balanceOf')(account)) as bigint);
  const gains: Gain[] = [];
  for (const { id } of seeds.people) {
    const account = accountOf(id);
    const before = new Map([
      [yuan, await createWallet(account, yuan)],
      [native, await createWallet(account, native)],
    ]);
    // The auditor sends it, so that what a wallet gains is what it is paid and no gas comes off.
    const claimed = await clientOf('hengping-audit').royalty.claim(account);
    for (const { currency } of claimed?.claimed ?? []) {
      const gained = (await createWallet(account, currency)) - (before.get(currency) ?? 0n);
      gains.push({ person: id, currency, gained });
    }
  }
  table(
    ['wallet', 'role', 'gained'],
    gains.map(({ person, currency, gained }) => [
      personName(context, person),
      seeds.people.find(({ id }) => id === person)?.role ?? '',
      money(gained, currency),
    ]),
  );
  return gains;
}

/** Stage 6: every payment to the medallion, wei by wei, and the whole ledger against what the contract has. */
export async function traceAll(context: StoryContext, { medallion }: Plot): Promise<boolean> {
  heading(
    6,
    'trace',
    'events only',
    'An auditor follows every wei, and asks the contract what it really holds.',
  );
  const client = context.clientOf('hengping-audit');
  const trace = await client.trace.work(context.seeded.works.get(medallion.id) ?? 0n);
  const titles = new Map(trace.lineage.map(({ workId, title }) => [workId, title ?? short(workId)]));
  table(
    ['paid for', 'amount', 'went by', 'to', 'part'],
    trace.payments.flatMap(({ paidFor, amount, currency, parts }) =>
      parts.map(({ path, payee, amount: part }, i) => [
        i === 0 ? paidFor : '',
        i === 0 ? money(amount, currency) : '',
        path
          .map((id) => titles.get(id) ?? short(id))
          .slice(-1)
          .join(''),
        payee === null ? 'held' : payeeName(context, payee),
        money(part, currency),
      ]),
    ),
  );
  const audit = await client.trace.ledger();
  table(
    ['currency', 'paid in', '= claimed', '+ claimable', '+ held in works', 'contract has', ''],
    audit.currencies.map(({ currency, paidIn, claimed, claimable, heldInWorks, balance, sound }) => [
      currency === native ? 'native' : 'LCNY',
      money(paidIn, currency),
      money(claimed, currency),
      money(claimable, currency),
      money(heldInWorks, currency),
      balance === null ? 'not said' : money(balance, currency),
      sound ? 'sound' : 'UNSOUND',
    ]),
  );
  line(audit.sound ? '  Not a wei is missing.' : '  Money is unaccounted for.');
  return audit.sound && audit.currencies.length > 0;
}
