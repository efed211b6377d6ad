import type { Signer } from 'ethers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/kernel/json/canonicalJson.ts';
import { curePeriod } from '../../src/terms/Breach.ts';
import { checkLicence } from '../../src/check/checkLicence.ts';
import { Question } from '../../src/check/Question.ts';
import { composeTerms, computeTermsId, type Terms } from '../../src/terms/Terms.ts';
import { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import { native, toJson, zeroHash, type Hex } from '../../src/kernel/values.ts';
import { labelsToBits } from '../../src/work/Labels.ts';
import type { Registration } from '../../src/work/Registration.ts';
import { usesFromBits, usesToBits, type Use } from '../../src/work/Uses.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';
import { anyQuestion } from '../support/anyQuestion.ts';
import { anyRestrictions } from '../support/anyRestrictions.ts';
import type { ModelQuestion, ModelWorld } from '../support/checkModel.ts';
import { compareWithModel } from '../support/compareWithModel.ts';
import { createRandom } from '../support/random.ts';
import { registration } from '../support/registration.ts';
import { passTime, type Who } from '../support/service.ts';

const day = 86_400;
const endless = 2 ** 40 - 1;
const random = createRandom(7);
const players = ['painter', 'troupe', 'academy', 'studio', 'platform'] as const;
const gas = { gasLimit: 2_000_000n };

interface Placed {
  workId: bigint;
  creator: Who;
  registration: Registration;
  terms: Hex[];
}

let line: Awaited<ReturnType<typeof freshCommandLine>>;
const places: Placed[] = [];
const drafts = new Map<Hex, { draft: TermsDraft; terms: Terms; here: boolean }>();
/** Uses that the labels of each label that is used here close. */
const closing: Record<string, Use[]> = { 'TK S': ['perform', 'broadcast'] };

beforeAll(async () => {
  line = await freshCommandLine();
  await layWorld();
}, 120_000);
afterAll(async () => await line.close());

describe.each([1, 2, 3])('thousands of random questions, round %i', (round) => {
  let world: ModelWorld;
  beforeAll(async () => {
    const { service } = line;
    if (round > 1) await mischief();
    // Long enough for licences to end that did not.
    if (round === 3) await passTime(service.provider, 15 * day);
    await passTime(service.provider, 1);
    await service.ledger.reach();
    world = await readWorld();
  }, 120_000);

  it('get the verdict, the reason and the offers that the rules give', async () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 1500; i += 1) {
      const question = askAnything();
      const decision = await checkLicence(line.service.ledger, parsed(question));
      compareWithModel(world, question, decision);
      counts.set(decision.reason, (counts.get(decision.reason) ?? 0) + 1);
    }
    seen.push(...counts.keys());
    expect(counts.size).toBeGreaterThan(8);
  }, 120_000);

  it('get the same by HTTP and by the SDK', async () => {
    for (let i = 0; i < 100; i += 1) {
      const question = askAnything();
      const asked = parsed(question);
      const response = await fetch(`${line.service.url}/v1/checks`, { method: 'POST', body: toJson(asked) });
      const decision = await line.service.as('auditor').licence.check(asked);
      compareWithModel(world, question, decision);
      const told = (await response.json()) as Record<string, unknown>;
      expect({ ...told, ...timeless }).toEqual({ ...JSON.parse(toJson(decision)), ...timeless });
    }
  }, 120_000);

  it('get the same at the command line', async () => {
    for (let i = 0; i < 12; i += 1) {
      const question = askAnything();
      const { exit, ...told } = await line.ask(...commandOf(question));
      const decision = await checkLicence(line.service.ledger, parsed(question));
      compareWithModel(world, question, decision);
      expect({ ...told, ...timeless }).toEqual({ ...JSON.parse(toJson(decision)), ...timeless });
      const codes: Record<string, number> = { denied: 3, 'cannot-tell': 4 };
      expect(exit).toBe(decision.reason === 'work-unknown' ? 5 : (codes[decision.verdict] ?? 0));
    }
  }, 120_000);

  it('get the same from the contract, for what a contract can know', async () => {
    const { contracts, ledger } = line.service;
    const asked = Array.from({ length: 400 }, () => {
      const { workId, licensee, use } = askAnything();
      return { workId, licensee, use };
    }).filter(({ workId, licensee }) => licensee !== null && world.works.has(workId));
    const permits = async (workId: bigint, termsId: Hex, licensee: Hex, use: Use) =>
      await contracts.licences.isPermitted(workId, termsId, licensee, usesToBits([use]));
    let [yes, no] = [0, 0];
    for (const question of asked) {
      const { workId, use } = question;
      const licensee = question.licensee as Hex;
      if (world.works.get(workId)?.creator === licensee) continue;
      const terms = places.find((one) => one.workId === workId)?.terms ?? [];
      const told = await Promise.all([zeroHash, ...terms].map((id) => permits(workId, id, licensee, use)));
      const decision = await checkLicence(ledger, parsed(question));
      // What only a document says no contract can know: to it, a licence that covers the use permits it.
      const documents = ['terms-document'].includes(decision.ground.from);
      const covered = decision.verdict.startsWith('permitted') || documents;
      expect([covered, decision.reason]).toEqual([told.includes(true), decision.reason]);
      if (covered) yes += 1;
      else no += 1;
    }
    expect(yes).toBeGreaterThan(20);
    expect(no).toBeGreaterThan(100);
  }, 120_000);
});

const seen: string[] = [];
it('all reasons came up that a world like this has', () => {
  expect([...new Set(seen)].sort()).toEqual(
    [
      ...[
        'closed-by-community',
        'condition-not-met',
        'creator',
        'document-missing',
        'fact-missing',
        'holder',
      ],
      ...['licence', 'licence-expired', 'licence-not-begun', 'licence-revoked', 'no-licence'],
      ...['prohibited-by-terms', 'purpose-not-licensed', 'terms-not-understood', 'use-above-ceiling'],
      ...['use-not-licensed', 'use-retained-by-creator', 'work-ended', 'work-unknown'],
    ].sort(),
  );
});

/** What differs from one second to the next. */
const timeless = { decided: 0, time: 0, chain: null, log: null };

function parsed(question: ModelQuestion & { time?: string }): Question {
  return Question.parse(JSON.parse(toJson(question)));
}

function commandOf({ workId, licensee, use, ...more }: ModelQuestion & { time?: string }): string[] {
  const options = Object.entries(more).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, ...[value].flat().map(String)],
  );
  const who = licensee === null ? [] : ['--licensee', licensee];
  return ['licence', 'check', `${workId}`, ...who, '--use', use, ...options];
}

function askAnything(): ModelQuestion & { time?: string } {
  return anyQuestion(random, {
    works: places.map(({ workId }) => workId),
    accounts: players.map(as),
    moment: () => momentOf((random.below(60) - 25) * day),
  });
}

function momentOf(fromNow: number): string {
  return new Date(Math.floor(Date.now() / 1000 + fromNow) * 1000).toISOString();
}

/** Elements, masks and what is made of them, offered and licensed as it comes. */
async function layWorld(): Promise<void> {
  const common: Use[] = ['display', 'reproduce', 'adapt', 'perform', 'broadcast', 'embedInGame'];
  const seasonal = await put('academy', {
    ...registration('seasonal', 0),
    labels: labelsToBits(['TK S']),
    holderUses: usesToBits(['display']),
  });
  const open = await put('academy', registration('open', 0));
  const mask = await put('painter', {
    ...registration('mask', 1),
    holderUses: usesToBits(['display', 'reproduce']),
  });
  for (const place of [seasonal, open, mask]) {
    for (let i = 0; i < 6; i += 1) await offerAny(place, common);
  }
  // What derivatives are made under ends, or does not.
  const under = async (place: Placed, who: Who, duration: number, more: object = {}) => {
    const passed = common.filter((use) => use !== 'embedInGame' && !(closing['TK S'] ?? []).includes(use));
    const uses = place === mask ? common : passed;
    const termsId = await offer(place, { uses, passOn: uses.slice(0, 3), duration, ...more });
    await acquire(place, who, termsId, 2);
    return { workId: place.workId, termsId, shareBps: 500, absolute: false };
  };
  const skin = await put('studio', {
    ...registration('skin', 2),
    holderUses: usesToBits(['display']),
    sources: [await under(mask, 'studio', 20 * day, { purposes: { only: ['commercial'] } })],
  });
  const figure = await put('studio', {
    ...registration('figure', 2),
    sources: [{ workId: skin.workId, termsId: zeroHash, shareBps: 100, absolute: false }],
  });
  const dance = await put('troupe', {
    ...registration('dance', 2),
    holderUses: usesToBits(['display']),
    sources: [await under(seasonal, 'troupe', 0), await under(open, 'troupe', 0)].sort((a, b) =>
      a.workId < b.workId ? -1 : 1,
    ),
  });
  const film = await put('platform', {
    ...registration('film', 2),
    sources: [await under(dance, 'platform', 0)],
  });
  for (const place of [skin, figure, dance, film]) {
    for (let i = 0; i < 4; i += 1) await offerAny(place, ['display', 'reproduce', 'adapt']);
  }
  await send('studio', ({ works }) => works.transferFrom(as('studio'), as('platform'), skin.workId, gas));
  await send('academy', ({ works }) => works.transferFrom(as('academy'), as('troupe'), seasonal.workId, gas));
  // What comes up seldom by itself.
  const rare: [Use, object, boolean][] = [
    ['distribute', {}, false],
    ['merchandise', { forbidden: [{ actions: ['merchandise'], territories: ['150'] }] }, true],
    ['textAndDataMining', { purposes: { only: ['advertising'] } }, true],
  ];
  for (const [use, more, here] of rare) {
    const termsId = await offer(mask, { uses: [use], ...more }, here);
    for (const who of ['studio', 'platform', 'troupe'] as const) await acquire(mask, who, termsId, 1);
  }
  for (const place of places) {
    for (const who of players) {
      for (const termsId of random.some(place.terms, 0.4))
        await acquire(place, who, termsId, 1 + random.below(2));
    }
  }
}

/** Terms of this and that: of half of them something only a document says. */
async function offerAny(place: Placed, uses: readonly Use[]): Promise<void> {
  const chosen = random.some(uses, 0.6);
  const duration = random.one([9, 30]) * day;
  await offer(
    place,
    {
      uses: chosen.length === 0 ? ['display'] : chosen,
      duration,
      cap: random.one([0, 0, 3]),
      revenueShareBps: random.below(5) * 100,
      approvalRequired: random.chance(0.1),
      transferable: random.chance(0.5),
      ...anyRestrictions(random, { uses: ['display'], notAfter: momentOf(20 * day) }),
    },
    random.chance(0.88),
  );
}

async function offer(place: Placed, draft: object, here = true): Promise<Hex> {
  const title = { en: `Terms ${drafts.size}` };
  const whole = TermsDraft.parse({ title, currency: native, price: '0', revenueShareBps: 0, ...draft });
  const { terms, document } = composeTerms(whole);
  const termsId = computeTermsId(terms);
  if (!(await send(place.creator, ({ licences }) => licences.offer(place.workId, terms, gas))))
    return zeroHash;
  if (here) await line.service.ledger.files.write(Buffer.from(canonicalJson(document)));
  drafts.set(termsId, { draft: whole, terms, here });
  place.terms.push(termsId);
  return termsId;
}

async function acquire(place: Placed, who: Who, termsId: Hex, units: number): Promise<boolean> {
  const terms = drafts.get(termsId)?.terms;
  if (terms === undefined) return false;
  return await send(who, ({ licences }) => licences.acquire(place.workId, terms, as(who), units, 0n, gas));
}

async function put(creator: Who, work: Registration): Promise<Placed> {
  expect(await send(creator, ({ works }) => works.register(work, [], gas))).toBe(true);
  const workId = await line.service.contracts.works.workIdOf(as(creator), work.contentHash);
  const place = { workId, creator, registration: work, terms: [] };
  places.push(place);
  return place;
}

/** What people do to each other. */
async function mischief(): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    const place = random.one(places);
    const termsId = place.terms.length === 0 ? zeroHash : random.one(place.terms);
    const [who, other] = [random.one(players), random.one(players)];
    const { creator, workId } = place;
    const record = () =>
      send(creator, ({ licences }) =>
        licences.recordBreach(
          workId,
          termsId,
          as(who),
          1 + random.below(5),
          place.registration.contentHash,
          gas,
        ),
      );
    const acts = [
      () => send(creator, ({ licences }) => licences.withdraw(workId, termsId, gas)),
      () => acquire(place, who, termsId, 1),
      () => send(who, ({ licences }) => licences.transfer(workId, termsId, as(other), 1, gas)),
      () => send(creator, ({ licences }) => licences.approve(workId, termsId, as(who), true, gas)),
      record,
    ];
    await random.one(acts)();
  }
  // Somebody is revoked.
  for (const { workId, creator, terms } of places) {
    for (const termsId of terms) {
      const held = await line.service.contracts.licences.licenceOf(workId, termsId, as('platform'));
      if (held.breachAt === 0n && held.units > 0n && random.chance(0.6)) {
        await send(creator, ({ licences }) =>
          licences.recordBreach(workId, termsId, as('platform'), 1, zeroHash.replace('0x0', '0x1'), gas),
        );
      }
    }
  }
  if (!revoked) {
    revoked = true;
    await passTime(line.service.provider, curePeriod + 1);
    for (const { workId, creator, terms } of places) {
      for (const termsId of terms) {
        for (const who of players) {
          await send(creator, ({ licences }) => licences.revoke(workId, termsId, as(who), gas));
        }
      }
    }
  }
}
let revoked = false;

const signers = new Map<Who, Signer>();

/** Sends as somebody; whether the contract let it. */
async function send(
  who: Who,
  call: (contracts: ReturnType<typeof contractsAs>) => Promise<{ wait(): Promise<unknown> }>,
): Promise<boolean> {
  try {
    await (await call(contractsAs(who))).wait();
    return true;
  } catch (error) {
    if (!/revert|CALL_EXCEPTION/.test(String(error))) throw error;
    signers.delete(who);
    return false;
  }
}

function contractsAs(who: Who) {
  const signer = signers.get(who) ?? line.service.signerOf(who);
  signers.set(who, signer);
  const { works, licences } = line.service.contracts;
  return { works: works.connect(signer), licences: licences.connect(signer) };
}

function as(who: Who): Hex {
  return line.service.accounts[who];
}

/** The world as the contracts have it. */
async function readWorld(): Promise<ModelWorld> {
  const { works: registry, licences: sold } = line.service.contracts;
  const works = new Map<bigint, NonNullable<ReturnType<ModelWorld['works']['get']>>>();
  const licences = [];
  const offers = [];
  for (const { workId, creator, registration: given, terms } of places) {
    const { ceiling, until } = await registry.workOf(workId);
    works.set(workId, {
      workId,
      creator: as(creator),
      registrant: as(creator),
      owner: (await registry.ownerOf(workId)).toLowerCase() as Hex,
      retained: usesFromBits(given.retained),
      ceiling: usesFromBits(ceiling),
      holderUses: usesFromBits(given.holderUses),
      until: Number(until) === endless ? Infinity : Number(until),
      closed: given.labels === 0 ? [] : (closing['TK S'] ?? []),
      sources: given.sources,
    });
    for (const termsId of terms) {
      const [open, count] = await sold.offerOf(workId, termsId);
      const cap = drafts.get(termsId)?.draft.cap ?? 0;
      offers.push({ workId, termsId, open, sold: cap === 0 ? 0 : Number(count) });
      for (const who of players) {
        const held = await sold.licenceOf(workId, termsId, as(who));
        if (held.since === 0n) continue;
        licences.push({
          workId,
          termsId,
          licensee: as(who),
          units: Number(held.units),
          since: Number(held.since),
          until: Number(held.until) === endless ? Infinity : Number(held.until),
          revoked: (Number(held.flags) & 128) !== 0,
        });
      }
    }
  }
  return { works, licences, terms: drafts, offers };
}
