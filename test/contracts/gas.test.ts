import { readFile, writeFile } from 'node:fs/promises';
import { MaxUint256, ZeroAddress, ZeroHash, type ContractTransactionResponse } from 'ethers';
import { expect, it } from 'vitest';
import { hashBytes } from '../../src/canonical.ts';
import { LocalYuan__factory } from '../../src/chain/generated/factories/contracts/local/LocalYuan__factory.ts';
import { termsIdOf, type Terms } from '../../src/licence/Terms.ts';
import { native, type Hex } from '../../src/values.ts';
import type { Registration, Shares } from '../../src/work/Registration.ts';
import { usesToBits } from '../../src/work/Uses.ts';
import { workIdOf } from '../../src/work/workIdOf.ts';
import { freshChain } from '../support/chain.ts';
import { registration } from '../support/registration.ts';

const file = '.gas-snapshot';
const none: Shares = { sources: [], inherited: [], payees: [] };

it('every operation costs the gas that is committed; UPDATE_GAS=1 commits to what it costs now', async () => {
  const measured = await measure();
  const text = [...measured].map(([name, gas]) => `${name}: ${gas}\n`).join('');
  if (process.env['UPDATE_GAS'] === '1') await writeFile(file, text);
  expect(text).toBe(await readFile(file, 'utf8'));
}, 120_000);

/** Whole transactions, as receipts say; "later" is a warm repeat of the same by the same account. */
async function measure(): Promise<Map<string, bigint>> {
  const { contracts, cast } = await freshChain();
  const gas = new Map<string, bigint>();
  const run = async (name: string | null, sent: Promise<ContractTransactionResponse>) => {
    const used = (await (await sent).wait())?.gasUsed ?? 0n;
    if (name !== null) gas.set(name, used);
  };
  const accounts = {
    painter: (await cast.painter.getAddress()).toLowerCase() as Hex,
    studio: (await cast.studio.getAddress()).toLowerCase() as Hex,
  };
  const yuan = await new LocalYuan__factory(cast.operator).deploy([accounts.studio], 10n ** 30n);
  const currency = ((await yuan.getAddress()) as string).toLowerCase() as Hex;
  await run(null, yuan.connect(cast.studio).approve(contracts.royalties, MaxUint256));
  const painter = contracts.works.connect(cast.painter);
  const studio = contracts.works.connect(cast.studio);

  const masks: bigint[] = [];
  for (let n = 0; n < 18; n += 1) {
    const mask = registration(`mask ${n}`, 1);
    const name = n === 0 ? 'register a work (first)' : n === 1 ? 'register a work (later)' : null;
    await run(name, painter.register(mask, []));
    masks.push(workIdOf(accounts.painter, mask.contentHash));
  }
  const terms: Terms = {
    uses: usesToBits(['display', 'adapt', 'embedInGame']),
    passOn: usesToBits(['display', 'embedInGame']),
    currency,
    price: 1000n,
    revenueShareBps: 500,
    duration: 0,
    cap: 0,
    flags: 1,
    documentHash: hashBytes(Buffer.from('terms')),
  };
  const termsId = termsIdOf(terms);
  for (const [n, mask] of masks.entries()) {
    const which = n === 0 ? 'first' : n === 1 ? 'later' : null;
    const named = (what: string) => (which === null ? null : `${what} (${which})`);
    await run(
      named('publish terms and offer them'),
      contracts.licences.connect(cast.painter).offer(mask, terms),
    );
    const acquire = contracts.licences.connect(cast.studio).acquire(mask, terms, accounts.studio, 1000n);
    await run(named('acquire a paid licence'), acquire);
  }
  const made = new Map<number, Registration>();
  for (const count of [1, 4, 16]) {
    const sources = masks
      .slice(0, count)
      .sort((a, b) => (a < b ? -1 : 1))
      .map((workId) => ({ workId, termsId, shareBps: 500, absolute: false }));
    const derivative = { ...registration(`derivative of ${count}`, 2), sources };
    made.set(count, derivative);
    await run(`register a derivative of ${count}`, studio.register(derivative, []));
  }
  const [one, shares] = [
    workIdOf(accounts.studio, made.get(1)?.contentHash ?? native),
    sharesOf(made.get(1), accounts.studio),
  ];
  const royalties = contracts.royalties.connect(cast.studio);
  await run('pay a work (first)', royalties.pay(one, currency, 10_000n, ZeroHash));
  await run('pay a work (later)', royalties.pay(one, currency, 10_000n, ZeroHash));
  await run('settle one hop, 1 source (first)', royalties.settle([{ workId: one, shares }], currency));
  await run(
    'settle a work without sources (first)',
    royalties.settle([{ workId: masks[0] ?? 0n, shares: none }], currency),
  );
  await run('claim (first)', royalties.claim(accounts.painter, [currency]));
  await run(null, royalties.pay(one, currency, 10_000n, ZeroHash));
  await run(
    'settle two works (later)',
    royalties.settle(
      [
        { workId: one, shares },
        { workId: masks[0] ?? 0n, shares: none },
      ],
      currency,
    ),
  );
  await run('claim (later)', royalties.claim(accounts.painter, [currency]));
  await run(
    'pay a work in native currency (first)',
    royalties.pay(one, ZeroAddress, 10n, ZeroHash, { value: 10n }),
  );
  return gas;
}

function sharesOf(derivative: Registration | undefined, creator: Hex): Shares {
  return {
    sources: derivative?.sources ?? [],
    inherited: [],
    payees: [{ account: creator, shareBps: 10_000 }],
  };
}
