import Table from 'cli-table3';
import { formatUnits, id, ZeroAddress, type Provider } from 'ethers';
import type { Kysely } from 'kysely';
import type { Seeds } from '../seeds/schema.ts';
import type { Contracts, Deployment } from '../src/chain/contracts.ts';
import { catchUp } from '../src/index/follow.ts';
import type { Tables } from '../src/store/tables.ts';
import { auditLedger, type CurrencyAudit } from '../src/trace/auditLedger.ts';
import type { SeedContext, Seeded } from './seed.ts';

interface StoryContext {
  db: Kysely<Tables>;
  provider: Provider;
  deployment: Deployment;
  contracts: Contracts;
  seeds: Seeds;
  seeded: Seeded;
  signerOf: SeedContext['signerOf'];
  balanceOf: (currency: string) => Promise<bigint>;
  print: (text: string) => void;
}

/**
 * Tells how money paid for a derivative reaches everybody it is owed to, on real transactions.
 * Every number in the tables is read back from the chain.
 *
 * @returns the audit of the whole ledger, a row a currency.
 */
export async function tellStory(context: StoryContext): Promise<CurrencyAudit[]> {
  const { db, provider, deployment, contracts, seeds, seeded, signerOf, print } = context;
  const lineage = [
    'deer-guardian-tote',
    'deer-guardian-character',
    'deer-restored',
    'mogao-257-nine-coloured-deer',
  ];
  const ids = lineage.map((slug) => seeded.works.get(slug) ?? 0n);
  const amount = 10n ** 18n;
  const platform = signerOf(seeds.people.find(({ role }) => role === 'videoPlatform')?.id ?? '');

  print(
    table(
      ['work', 'creator', 'can be licensed', 'owes its sources'],
      await lineageRows(context, lineage, ids),
    ),
  );

  await (
    await contracts.royalties
      .connect(platform)
      .pay(ids[0] ?? 0n, ZeroAddress, amount, id('story'), { value: amount })
  ).wait();
  print(`The short-video platform pays ${formatUnits(amount)} to ${lineage[0] ?? ''}.`);

  await catchUp(db, provider, deployment);
  const settlements = await Promise.all(ids.map((workId) => settlementOf(db, workId)));
  await (await contracts.royalties.settle(settlements, ZeroAddress)).wait();

  const rows: string[][] = [];
  for (const person of seeds.people) {
    const payee = await signerOf(person.id).getAddress();
    const credit = await contracts.royalties.payeeCredit(payee, ZeroAddress);
    if (credit === 0n) continue;
    await (await contracts.royalties.claim(payee, [ZeroAddress])).wait();
    rows.push([person.names.en, person.role, formatUnits(credit)]);
  }
  print(table(['who', 'role', 'claimed'], rows));

  await catchUp(db, provider, deployment);
  const audits = await auditStore(context);
  const columns = ['currency', 'paid in', 'claimed', 'claimable', 'held in works', 'contract has', 'sound'];
  print(
    table(
      columns,
      audits.map((audit) => [
        audit.currency === ZeroAddress ? 'native' : audit.currency,
        ...[audit.paidIn, audit.claimed, audit.claimable, audit.heldInWorks, audit.balance].map((v) =>
          formatUnits(v),
        ),
        audit.sound ? 'yes' : 'NO',
      ]),
    ),
  );
  return audits;
}

async function lineageRows({ contracts, seeds, db }: StoryContext, slugs: string[], ids: bigint[]) {
  const creators = new Map(
    [...seeds.heritage, ...seeds.masks, ...seeds.derivatives].map((work) => [work.id, work.creator]),
  );
  return Promise.all(
    slugs.map(async (slug, i) => {
      const work = await contracts.works.workOf(ids[i] ?? 0n);
      const uses = work.ceiling.toString(2).replaceAll('0', '').length;
      const { shares } = await settlementOf(db, ids[i] ?? 0n);
      const owed = shares.sources.reduce((sum, { shareBps }) => sum + Number(shareBps), 0);
      return [slug, creators.get(slug) ?? '', `${uses} uses`, `${owed / 100} %`];
    }),
  );
}

interface StoredShares {
  sources: { workId: string; termsId: string; shareBps: string; absolute: boolean }[];
  inherited: { workId: string; shareBps: string }[];
  payees: { account: string; shareBps: string }[];
}

async function settlementOf(
  db: Kysely<Tables>,
  workId: bigint,
): Promise<{ workId: bigint; shares: StoredShares }> {
  const stored = await db
    .selectFrom('shares')
    .select('shares')
    .where('workId', '=', `0x${workId.toString(16).padStart(64, '0')}`)
    .executeTakeFirst();
  const none: StoredShares = { sources: [], inherited: [], payees: [] };
  return { workId, shares: stored === undefined ? none : (JSON.parse(stored.shares) as StoredShares) };
}

async function auditStore({ db, balanceOf }: StoryContext): Promise<CurrencyAudit[]> {
  const rows = {
    payments: withAmounts(await db.selectFrom('payments').selectAll().execute()),
    allocations: withAmounts(await db.selectFrom('allocations').selectAll().execute()),
    claims: withAmounts(await db.selectFrom('claims').selectAll().execute()),
  };
  const currencies = new Set(rows.payments.map(({ currency }) => currency));
  const balances = new Map<string, bigint>();
  for (const currency of currencies) balances.set(currency, await balanceOf(currency));
  return auditLedger(rows, balances);
}

function withAmounts<T extends { amount: string }>(rows: T[]) {
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

function table(head: string[], rows: string[][]): string {
  const drawn = new Table({ head, style: { head: [], border: [] } });
  drawn.push(...rows);
  return drawn.toString();
}
