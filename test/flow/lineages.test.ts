import type { Result } from 'ethers';
import { beforeAll, expect, it } from 'vitest';
import { computeTermsId, type Terms } from '../../src/terms/Terms.ts';
import { native, zeroHash, type Hex } from '../../src/kernel/values.ts';
import { rolesToBits } from '../../src/work/Accreditation.ts';
import type { Registration, Source } from '../../src/work/Registration.ts';
import { useNames, usesToBits } from '../../src/work/Uses.ts';
import { computeWorkId } from '../../src/work/computeWorkId.ts';
import { freshChain } from '../support/chain.ts';
import { payees, stated, toTerms } from '../support/lineageDrafts.ts';
import { endless, listFlags, hashShares, createModel } from '../support/lineageModel.ts';
import { createRandom } from '../support/random.ts';
import { registration } from '../support/registration.ts';
import { toError, lower, openStage, type Line, type Outcome } from '../support/stage.ts';

/** How many lineages are tried: `GRAPHS=10000 npx vitest run test/flow/lineages.test.ts`. */
const graphs = Number(process.env['GRAPHS'] ?? 60);
const day = 86_400;
const [academy, painter, studio] = [0, 1, 2];

let chain: Awaited<ReturnType<typeof freshChain>>;
let stage: Awaited<ReturnType<typeof openStage>>;
let actors: Hex[];
let old: { workId: bigint; work: Registration; terms: Terms; since: number };

beforeAll(async () => {
  chain = await freshChain();
  const { contracts, connection } = chain;
  stage = await openStage(chain, 3);
  ({ actors } = stage);
  const both = rolesToBits(['custodian', 'community']);
  await contracts.accreditations.accredit(actors[academy] as string, both);
  await contracts.accreditations.accredit(actors[painter] as string, rolesToBits(['custodian']));
  // A work of the painter's and the studio's licence of it, which has ended.
  const work = registration('old mask', 1);
  const terms = {
    ...toTerms(createRandom(1)),
    uses: usesToBits(useNames) & ~work.retained,
    passOn: 0,
    duration: day,
  };
  const workId = computeWorkId(actors[painter] as Hex, work.contentHash);
  const { line } = stage;
  await stage.play([
    line(painter, 'works', 'register', [work, []]),
    line(painter, 'licences', 'offer', [workId, terms]),
    line(studio, 'licences', 'acquire', [workId, terms, actors[studio], 1, 0n]),
  ]);
  const licence = await contracts.licences.licenceOf(workId, computeTermsId(terms), actors[studio] as string);
  old = { workId, work, terms, since: Number(licence.since) };
  await connection.provider.request({ method: 'evm_increaseTime', params: [3 * day] });
  await connection.provider.request({ method: 'evm_mine', params: [] });
});

it(`${graphs} random lineages come out as an independent model says`, { timeout: 7_200_000 }, async () => {
  const seen = new Map<string, number>();
  for (let seed = 1; seed <= graphs; seed += 1) {
    try {
      for (const what of await playGraph(seed)) seen.set(what, (seen.get(what) ?? 0) + 1);
    } catch (cause) {
      throw new Error(`expected lineage ${seed} as the model says`, { cause });
    }
  }
  // A comparison of nothing would agree, too.
  const expected = [
    'registered',
    'offered',
    'acquired',
    'inherited',
    'ended',
    'labelled',
    'diamond',
    'share-alike',
  ];
  const refused = ['LicenceMissing', 'LicenceExpired', 'LicenceUsesAboveCeiling', 'SharesDoNotSum'];
  for (const what of [...expected, ...refused]) expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
  if (process.env['GRAPHS'] !== undefined)
    process.stdout.write(`${JSON.stringify(Object.fromEntries(seen))}\n`);
});

/**
 * One lineage, from the first work to the last wei, in one call that leaves nothing behind.
 *
 * @returns what happened in it.
 */
async function playGraph(seed: number): Promise<string[]> {
  const random = createRandom(seed);
  const { line, interfaces } = stage;
  const head = await chain.connection.ethers.provider.getBlock('latest');
  const now = head?.timestamp ?? 0;
  const model = createModel(
    { custodians: [actors[painter] as Hex], communities: [actors[academy] as Hex] },
    now,
  );
  model.works.set(old.workId, model.derive(actors[painter] as Hex, old.work));
  model.offer(old.workId, computeTermsId(old.terms));
  model.acquire(old.workId, computeTermsId(old.terms), actors[studio] as Hex, old.terms, old.since);

  const lines: Line[] = [];
  const expectations: ((outcome: Outcome) => void)[] = [];
  const seen: string[] = [];
  const say = (one: Line, refusals: ReadonlySet<string>, what: string) => {
    lines.push(one);
    expectations.push((outcome) => {
      const told = outcome.done ? 'done' : toError(outcome);
      seen.push(outcome.done ? what : told);
      if (refusals.size === 0) expect(told, what).toBe('done');
      else expect([...refusals], what).toContain(told);
    });
  };

  let batch: { actor: number; works: Registration[] } = { actor: 0, works: [] };
  const flush = () => {
    const { actor, works } = batch;
    batch = { actor, works: [] };
    if (works.length === 0) return;
    const proofs = works.map((work) => model.proofsOf(work));
    say(line(actor, 'works', 'registerMany', [works, proofs]), new Set(), 'registered');
  };
  const ids: bigint[] = [old.workId];
  const count = 4 + random.below(10);
  for (let i = 0; i < count; i += 1) {
    const actor = random.below(3);
    const creator = actors[actor] as Hex;
    const sources = i < 2 ? [] : sourcesOf(actor);
    const work = stated(random, `${seed}.${i}`, sources);
    const derived = model.derive(creator, work);
    // Most holders are given what there is to give.
    if (random.chance(0.95)) work.holderUses &= derived.ceiling;
    const workId = computeWorkId(creator, work.contentHash);
    const refusals = model.refusalsOf(creator, work);
    if (refusals.size > 0) {
      flush();
      say(line(actor, 'works', 'register', [work, model.proofsOf(work)]), refusals, 'not registered');
      if (random.chance(0.1)) ids.push(workId);
      continue;
    }
    if (batch.actor !== actor) flush();
    batch = { actor, works: [...batch.works, work] };
    model.works.set(workId, model.derive(creator, work));
    ids.push(workId);
  }
  flush();

  /** Some works that are there, with the licences they take. */
  function sourcesOf(actor: number): Source[] {
    const licensee = actors[actor] as Hex;
    const chosen = random.some(ids, 0.35).slice(0, 5);
    if (chosen.length === 0) chosen.push(random.one(ids));
    const sources: Source[] = [];
    for (const workId of chosen) {
      const own = model.works.get(workId)?.creator === licensee;
      const free = { workId, termsId: zeroHash, shareBps: random.below(2500), absolute: random.chance(0.3) };
      if (own ? random.chance(0.95) : random.chance(0.03)) sources.push(free);
      else sources.push(licensed(actor, workId));
    }
    return sources.sort((a, b) => (a.workId < b.workId ? -1 : 1));
  }

  /** Has a work offered and licensed, or not, as it comes. */
  function licensed(actor: number, workId: bigint): Source {
    flush();
    const licensee = actors[actor] as Hex;
    const work = model.works.get(workId);
    if (workId === old.workId && actor === studio && random.chance(0.3)) {
      return {
        workId,
        termsId: computeTermsId(old.terms),
        shareBps: old.terms.revenueShareBps,
        absolute: false,
      };
    }
    const terms = toTerms(random);
    if (work !== undefined && random.chance(0.9)) {
      terms.uses &= work.ceiling;
      terms.passOn &= terms.uses;
      if (terms.uses === 0) terms.uses = usesToBits(['display']);
      if (work.shareAlike) terms.flags |= 2;
      if (work.until < endless) {
        const left = Math.floor((work.until - now) / 2);
        terms.duration = left > day ? left : day;
      }
    }
    const termsId = computeTermsId(terms);
    const source = {
      workId,
      termsId,
      shareBps: terms.revenueShareBps + (random.chance(0.05) ? -1 : random.below(2) * 100),
      absolute: ((terms.flags & 16) !== 0) !== random.chance(0.03),
    };
    if (source.shareBps < 0) source.shareBps = 0;
    if (work === undefined || random.chance(0.04)) return source;
    const seller = actors.indexOf(work.creator);
    const unfit = model.offerRefusalsOf(workId, terms);
    say(line(seller, 'licences', 'offer', [workId, terms]), unfit, 'offered');
    if (unfit.size === 0) model.offer(workId, termsId);
    if (model.isHeld(workId, termsId, licensee)) return source;
    const unsold = model.acquireRefusalsOf(workId, termsId, terms);
    say(line(actor, 'licences', 'acquire', [workId, terms, licensee, 1, 0n]), unsold, 'acquired');
    if (unsold.size > 0) return source;
    model.acquire(workId, termsId, licensee, terms);
    if ((terms.flags & 8) !== 0 && random.chance(0.1)) {
      const to = actors[(actor + 1) % 3] as Hex;
      say(line(actor, 'licences', 'transfer', [workId, termsId, to, 1]), new Set(), 'passed on');
      model.acquire(workId, termsId, licensee, terms, now, 0);
      model.acquire(workId, termsId, to, terms);
    }
    return source;
  }

  const known = ids.filter((workId) => model.works.has(workId));
  const read = (
    target: 'works' | 'royalties',
    method: string,
    args: unknown[],
    check: (answer: Result) => void,
  ) => {
    lines.push(line(0, target, method, args));
    expectations.push(({ answer }) => check(interfaces[target].decodeFunctionResult(method, answer)));
  };
  for (const workId of known) {
    const work = model.works.get(workId);
    if (work === undefined) continue;
    read('works', 'workOf', [workId], ([told]) => {
      const { ceiling, until, flags, creator } = told as Result & Record<string, bigint>;
      expect({ ceiling, until, flags, creator: lower(`${creator}`) }).toEqual({
        ceiling: BigInt(work.ceiling),
        until: BigInt(work.until),
        flags: BigInt(listFlags(work)),
        creator: work.creator,
      });
    });
    read('works', 'sharesHashOf', [workId], ([told]) => expect(told).toBe(hashShares(work.shares)));
    read('works', 'labelsOf', [workId], ([told]) => expect(told).toBe(BigInt(work.registration.labels)));
    if (work.shares.inherited.length > 0) seen.push('inherited');
    if (work.until < endless) seen.push('ended');
    if (work.labelled) seen.push('labelled');
    if (work.shareAlike) seen.push('share-alike');
    const upstream = work.shares.sources.map((source) => source.workId);
    const twice = (id: bigint) =>
      model.works.get(id)?.shares.sources.some((source) => upstream.includes(source.workId)) === true;
    if (upstream.some(twice)) seen.push('diamond');
  }

  const paid = new Map<bigint, bigint>();
  for (const workId of random.some(known, 0.3)) {
    const amount = 1n + BigInt(random.below(2 ** 31)) ** BigInt(1 + random.below(2));
    paid.set(workId, amount);
    say(line(0, 'royalties', 'pay', [workId, native, amount, zeroHash], amount), new Set(), 'paid');
  }
  const order = [...known].reverse();
  const settlements = order.map((workId) => ({ workId, shares: sharesIn(workId) }));
  say(line(0, 'royalties', 'settle', [settlements, native]), new Set(), 'settled');
  const credit = model.settle(order, paid);
  for (const workId of known) {
    read('royalties', 'workCredit', [workId, native], ([held]) => expect(held).toBe(0n));
  }
  for (const account of new Set([...actors, ...payees])) {
    read('royalties', 'payeeCredit', [account, native], ([owed]) =>
      expect(owed).toBe(credit.get(account) ?? 0n),
    );
  }
  const sum = [...credit.values()].reduce((total, amount) => total + amount, 0n);
  expect(sum).toBe([...paid.values()].reduce((total, amount) => total + amount, 0n));

  function sharesIn(workId: bigint) {
    return model.works.get(workId)?.shares ?? { sources: [], inherited: [], payees: [] };
  }

  const { outcomes, timestamp } = await stage.rehearse(lines);
  expect(timestamp).toBe(now);
  outcomes.forEach((outcome, i) => expectations[i]?.(outcome));
  return seen;
}
