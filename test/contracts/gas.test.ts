import { readFile, writeFile } from 'node:fs/promises';
import { MaxUint256, ZeroAddress, ZeroHash, type ContractTransactionResponse } from 'ethers';
import { expect, it } from 'vitest';
import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { LocalYuan__factory } from '../../src/chain/generated/factories/contracts/local/LocalYuan__factory.ts';
import { computeTermsId, type Terms } from '../../src/terms/Terms.ts';
import { proveConsistency, proveInclusion, computeRoot } from '../../src/log/tree/tree.ts';
import type { Hex } from '../../src/kernel/values.ts';
import type { Registration, Shares, Source } from '../../src/work/Registration.ts';
import { usesToBits } from '../../src/work/Uses.ts';
import { computeWorkId } from '../../src/work/computeWorkId.ts';
import { freshChain } from '../support/chain.ts';
import { gasByOpcode } from '../support/opcodes.ts';
import { gasTable } from '../support/gasTable.ts';
import { signedEntry, vouchedEntry } from '../support/loggedEntry.ts';
import { registration } from '../support/registration.ts';
import { sparseTree } from '../support/sparseTree.ts';

const file = '.gas-snapshot';
const docs = 'docs/reference/gas.md';
const none: Shares = { sources: [], inherited: [], payees: [] };

/** GAS_TRACE=1 prints where the gas of each operation goes, opcode by opcode. */
const traced = process.env['GAS_TRACE'] === '1';

it('every operation costs the gas that is committed; UPDATE_GAS=1 commits to what it costs now', async () => {
  const measured = [...(await measure()), ...(await measureLog()), ...(await measureStory())];
  const text = measured.map(([name, gas]) => `${name}: ${gas}\n`).join('');
  const page = await readFile(docs, 'utf8');
  const updated = page.replace(/(?<=<!-- gas -->\n).*?(?=\n<!-- end of gas -->)/s, gasTable(measured));
  if (process.env['UPDATE_GAS'] === '1') {
    await writeFile(file, text);
    await writeFile(docs, updated);
  }
  expect(text).toBe(await readFile(file, 'utf8'));
  expect(await readFile(docs, 'utf8')).toBe(updated);
}, 120_000);

type Gas = [name: string, gas: bigint];

/** Whole transactions, as receipts say; "later" is a warm repeat of the same by the same account. */
async function measure(): Promise<Gas[]> {
  const { connection, painter, studio, accounts, terms, currency } = await stage();
  const gas: Gas[] = [];
  const run = recorder(connection, gas);
  const termsId = computeTermsId(terms);

  const masks: bigint[] = [];
  for (let n = 0; n < 18; n += 1) {
    const mask = registration(`mask ${n}`, 1);
    await run(named('register a work', n), painter.works.register(mask, []));
    masks.push(computeWorkId(accounts.painter, mask.contentHash));
  }
  const twenty = Array.from({ length: 20 }, (_, n) => registration(`one of twenty ${n}`, 1));
  await run(
    'register 20 works in one call',
    painter.works.registerMany(
      twenty,
      twenty.map(() => []),
    ),
  );
  await run(
    'register and offer in one transaction (later)',
    painter.works.registerAndOffer(registration('offered at once', 1), [], terms),
  );
  for (const [n, mask] of masks.entries()) {
    await run(named('publish terms and offer them', n), painter.licences.offer(mask, terms));
    await run(n === 0 ? 'acquire a paid licence (first of a work)' : null, acquireFor(accounts.studio, mask));
  }
  const [first = 0n] = masks;
  await run('acquire a paid licence (later, another licensee)', acquireFor(accounts.platform, first));
  await run('acquire a paid licence (later, one more unit)', acquireFor(accounts.platform, first));

  const made = new Map<number, Registration>();
  for (const count of [1, 4, 16]) {
    const derivative = derivativeOf(`derivative of ${count}`, masks.slice(0, count), termsId);
    made.set(count, derivative);
    await run(`register a derivative of ${count}`, studio.works.register(derivative, []));
  }
  const one = made.get(1) ?? registration('missing', 2);
  const oneId = computeWorkId(accounts.studio, one.contentHash);
  const upstream = { workId: first, shares: none };
  const whole = { workId: oneId, shares: sharesOf(one, accounts.studio) };
  const pay = () => studio.royalties.pay(oneId, currency, 10_000n, ZeroHash);
  await run('pay a work (first)', pay());
  await run('pay a work (later)', pay());
  await run('settle one hop, 1 source (first)', studio.royalties.settle([whole], currency));
  await run('settle a work without sources (first)', studio.royalties.settle([upstream], currency));
  await run('claim (first)', studio.royalties.claim(accounts.painter, [currency]));
  await run(null, pay());
  await run('settle one hop, 1 source (later)', studio.royalties.settle([whole], currency));
  await run(null, pay());
  await run('settle two works (later)', studio.royalties.settle([whole, upstream], currency));
  await run('claim (later)', studio.royalties.claim(accounts.painter, [currency]));
  const native = { value: 10n };
  await run(
    'pay a work in native currency (first)',
    studio.royalties.pay(oneId, ZeroAddress, 10n, ZeroHash, native),
  );
  await run(
    'pay a work in native currency (later)',
    studio.royalties.pay(oneId, ZeroAddress, 10n, ZeroHash, native),
  );
  return gas;

  function acquireFor(licensee: Hex, workId: bigint) {
    return studio.licences.acquire(workId, terms, licensee, 1, 1000n);
  }
}

/** The log at a million entries: what anchoring costs, and what minting one of them. */
async function measureLog(): Promise<Gas[]> {
  const { connection, deployment, contracts, cast, painter, accounts, terms } = await stage();
  const gas: Gas[] = [];
  const run = recorder(connection, gas);
  await (await painter.works.register(registration('an earlier mask', 1), [])).wait();
  const operator = (await cast.operator.getAddress()).toLowerCase() as Hex;
  const mask = (name: string) => ({ creator: accounts.painter, registration: registration(name, 1) });
  const termsId = computeTermsId(terms);
  const entries = new Map([
    [424_242, await signedEntry(deployment, cast.painter, mask('signed'))],
    [524_242, vouchedEntry(operator, mask('vouched for'))],
    [624_242, await signedEntry(deployment, cast.painter, { ...mask('offered'), termsId })],
  ]);
  const [from, to] = [900_001, 1_000_000];
  const leaves = [...entries].map(([index, { leaf }]) => [index, leaf] as const);
  const read = sparseTree(new Map([...leaves, [from - 1, Buffer.from('the last of the first tree')]]));
  await run(null, contracts.log.anchor(from, computeRoot(read, from), []));
  const grown = proveConsistency(read, from, to);
  await run('anchor a log of 1,000,000 entries', contracts.log.anchor(to, computeRoot(read, to), grown));

  const mint = (index: number, offers: Terms[] = []) => {
    const entry = entries.get(index);
    if (entry === undefined) throw new Error(`expected an entry ${index}`);
    const logged = { ...entry.logged, index, proof: proveInclusion(read, index, to) };
    return painter.works.registerFromLog(entry.creator, entry.registration, [], logged, offers);
  };
  await run('register from the log, signed by the creator', mint(424_242));
  await run('register from the log, vouched for by an operator', mint(524_242));
  await run('register from the log and offer', mint(624_242, [terms]));
  return gas;
}

/** The story the comparison tells: one work, one licence, one derivative, one payment, all of it settled and claimed. */
async function measureStory(): Promise<Gas[]> {
  const { connection, painter, studio, accounts, terms, currency } = await stage();
  // It is not the first thing these people do: both have made works before.
  await (await painter.works.register(registration('an earlier mask', 1), [])).wait();
  await (await studio.works.register(registration('an earlier skin', 1), [])).wait();
  const steps: Gas[] = [];
  const run = recorder(connection, steps);
  const mask = registration('the mask', 1);
  const maskId = computeWorkId(accounts.painter, mask.contentHash);
  const derivative = derivativeOf('the skin', [maskId], computeTermsId(terms));
  const derivativeId = computeWorkId(accounts.studio, derivative.contentHash);
  await run('register and offer', painter.works.registerAndOffer(mask, [], terms));
  await run('paid licence', studio.licences.acquire(maskId, terms, accounts.studio, 1, 1000n));
  await run('derivative', studio.works.register(derivative, []));
  await run('pay', studio.royalties.pay(derivativeId, currency, 10_000n, ZeroHash));
  const settlements = [
    { workId: derivativeId, shares: sharesOf(derivative, accounts.studio) },
    { workId: maskId, shares: none },
  ];
  const calls = [
    studio.royalties.interface.encodeFunctionData('settle', [settlements, currency]),
    studio.royalties.interface.encodeFunctionData('claim', [accounts.painter, [currency]]),
  ];
  await run('settle both and claim', studio.royalties.multicall(calls));
  const whole = steps.reduce((sum, [, gas]) => sum + gas, 0n);
  return [...steps.map(([name, gas]): Gas => [`the story: ${name}`, gas]), ['the whole story', whole]];
}

async function stage() {
  const { connection, deployment, contracts, cast } = await freshChain();
  const address = async (who: keyof typeof cast) => (await cast[who].getAddress()).toLowerCase() as Hex;
  const accounts = {
    painter: await address('painter'),
    studio: await address('studio'),
    platform: await address('platform'),
  };
  // Whoever is paid has had the currency before: to open a balance costs the same whatever it is opened for.
  const holders = [accounts.studio, accounts.painter, contracts.royalties];
  const yuan = await new LocalYuan__factory(cast.operator).deploy(holders, 10n ** 30n);
  const currency = (await yuan.getAddress()).toLowerCase() as Hex;
  await (await yuan.connect(cast.studio).approve(contracts.royalties, MaxUint256)).wait();
  const of = (who: 'painter' | 'studio') => ({
    works: contracts.works.connect(cast[who]),
    licences: contracts.licences.connect(cast[who]),
    royalties: contracts.royalties.connect(cast[who]),
  });
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
  const [painter, studio] = [of('painter'), of('studio')];
  return { connection, deployment, contracts, cast, accounts, currency, terms, painter, studio };
}

function recorder(connection: Awaited<ReturnType<typeof freshChain>>['connection'], gas: Gas[]) {
  return async (name: string | null, sending: Promise<ContractTransactionResponse>) => {
    const sent = await sending;
    const used = (await sent.wait())?.gasUsed ?? 0n;
    if (name === null) return;
    gas.push([name, used]);
    if (!traced) return;
    const spent = [...(await gasByOpcode(connection, sent.hash, sent.data, used))];
    process.stdout.write(`${name} ${used}: ${spent.map(([op, cost]) => `${op} ${cost}`).join(', ')}\n`);
  };
}

function named(what: string, n: number): string | null {
  return n === 0 ? `${what} (first)` : n === 1 ? `${what} (later)` : null;
}

function derivativeOf(name: string, masks: readonly bigint[], termsId: Hex): Registration {
  const sources: Source[] = [...masks]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((workId) => ({ workId, termsId, shareBps: 500, absolute: false }));
  return { ...registration(name, 2), sources };
}

function sharesOf({ sources }: Registration, creator: Hex): Shares {
  return { sources, inherited: [], payees: [{ account: creator, shareBps: 10_000 }] };
}
