import type { Signer } from 'ethers';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalJson, hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { catchUp } from '../../src/index/follow.ts';
import { decideFrom } from '../../src/check/checkLicence.ts';
import { breachNames, curePeriod } from '../../src/terms/Breach.ts';
import { composeOdrl } from '../../src/terms/document/odrl.ts';
import { openTermsDocuments } from '../../src/check/evidence/openTermsDocuments.ts';
import { computeTermsId, type Terms } from '../../src/terms/Terms.ts';
import { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import { openStore } from '../../src/store/openStore.ts';
import { readFacts } from '../../src/store/readFacts.ts';
import type { Tables } from '../../src/store/tables.ts';
import { native, zeroHash, type Hex } from '../../src/kernel/values.ts';
import { labelsToBits } from '../../src/work/Labels.ts';
import type { Registration } from '../../src/work/Registration.ts';
import { useNames, usesToBits } from '../../src/work/Uses.ts';
import { rolesToBits } from '../../src/work/Accreditation.ts';
import { freshChain } from '../support/chain.ts';
import { listRows } from '../support/engines.ts';
import { createRandom } from '../support/random.ts';
import { registration } from '../support/registration.ts';

const day = 86_400;
const random = createRandom(20_260_801);

type Chain = Awaited<ReturnType<typeof freshChain>>;
type Who = keyof Chain['cast'];
interface Place {
  workId: bigint;
  creator: Who;
  terms: Terms[];
}

let chain: Chain;
let store: Kysely<Tables>;
let places: Place[];
/** Uses that can be licensed here, and one that cannot. */
const asking = useNames.slice(0, 8);
const licensees = ['studio', 'platform', 'troupe'] as const;

beforeAll(async () => {
  chain = await freshChain();
  store = await openStore(':memory:');
  const { contracts, cast } = chain;
  const academy = await cast.academy.getAddress();
  await contracts.accreditations.accredit(academy, rolesToBits(['custodian', 'community']));

  const mask = { ...registration('mask', 1), holderUses: usesToBits(['display', 'perform']) };
  const element = { ...registration('element', 0), labels: labelsToBits(['TK NC']) };
  const all = ['display', 'reproduce', 'perform', 'adapt', 'broadcast'] as const;
  places = [
    await put('painter', mask, [
      termsOf(1, ['display', 'embedInGame'], 0, 8),
      termsOf(2, ['display', 'perform'], 9 * day, 8),
      termsOf(3, ['adapt', 'broadcast'], 20 * day, 12),
      termsOf(4, ['reproduce'], 0, 0),
    ]),
    await put('academy', element, [termsOf(5, all, 40 * day, 8), termsOf(6, all, 0, 4)]),
  ];
  // A derivative, whose end depends on the licence it was made under.
  const source = places[1] as Place;
  const [terms] = source.terms as [Terms];
  await licencesAs('auditor').acquire(source.workId, terms, cast.auditor, 1, 0n);
  const skin: Registration = {
    ...registration('skin', 2),
    holderUses: usesToBits(['display', 'broadcast']),
    sources: [{ workId: source.workId, termsId: computeTermsId(terms), shareBps: 0, absolute: false }],
  };
  const made = await put('auditor', skin, [termsOf(7, ['display', 'perform'], 5 * day, 8)]);
  await contracts.works.connect(cast.auditor).transferFrom(cast.auditor, cast.troupe, made.workId);
  places.push(made);
});
afterAll(() => store.destroy());

it('whatever happens to licences, the index has what the contract has, and so does one built from nothing', async () => {
  await compareLicences();
  let done = 0;
  for (let round = 0; round < 8; round += 1) {
    for (let i = 0; i < 25; i += 1) if (await act()) done += 1;
    if (round === 4) {
      // What a reorganisation takes back has to leave no trace.
      const snapshot: unknown = await request('evm_snapshot');
      for (let i = 0; i < 15; i += 1) await act();
      await catchUp(store, chain.connection.ethers.provider, chain.deployment);
      await request('evm_revert', snapshot);
      for (let i = 0; i < 5; i += 1) await act();
    }
    await compareLicences();
  }
  expect(done).toBeGreaterThan(60);
  for (const table of [
    'licences',
    'licenceTransfers',
    'breaches',
    'approvals',
    'requests',
    'ends',
  ] as const) {
    expect((await listRows(store))[table]?.length, table).toBeGreaterThan(0);
  }
  const rebuilt = await openStore(':memory:');
  await catchUp(rebuilt, chain.connection.ethers.provider, chain.deployment);
  expect(await listRows(store)).toEqual(await listRows(rebuilt));
  await rebuilt.destroy();
});

it('a check answers as the contract does, wherever the contract can tell', async () => {
  const { contracts, cast, connection, deployment } = chain;
  const answers = { yes: 0, no: 0 };
  for (let round = 0; round < 10; round += 1) {
    for (let i = 0; i < 25; i += 1) await act();
    // Long enough for all that ends to have ended, some of it unrevised.
    if (round === 8) await request('evm_increaseTime', 200 * day);
    await request('evm_mine');
    await catchUp(store, connection.ethers.provider, deployment);
    const questions = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const place = random.one(places);
        const who = random.one([...licensees, 'painter', 'academy', 'auditor'] as const);
        const licensee = (await cast[who].getAddress()).toLowerCase() as Hex;
        return { place, workId: place.workId, licensee, use: random.one(asking) };
      }),
    );
    const asked = questions.flatMap(({ place, workId, licensee, use }) =>
      [zeroHash, ...place.terms.map(computeTermsId)].map((termsId) => ({
        workId,
        termsId,
        licensee,
        uses: usesToBits([use]),
      })),
    );
    const told = [...(await contracts.licences.arePermitted(asked))];
    for (const { place, workId, licensee, use } of questions) {
      const permitted = told.splice(0, place.terms.length + 1).includes(true);
      const decision = await readFacts(store, async (facts) =>
        decideFrom({ documents, log, now: () => 0, deployment }, facts, { workId, licensee, use }),
      );
      // Of creators the contract knows only what they license: here they may more.
      const creator = (await cast[place.creator].getAddress()).toLowerCase();
      if (licensee === creator) continue;
      expect([decision.verdict.startsWith('permitted'), decision.reason], JSON.stringify({ use })).toEqual([
        permitted,
        decision.reason,
      ]);
      answers[permitted ? 'yes' : 'no'] += 1;
    }
  }
  expect(answers.yes).toBeGreaterThan(20);
  expect(answers.no).toBeGreaterThan(100);
});

async function compareLicences(): Promise<void> {
  const { contracts, cast, connection, deployment } = chain;
  await catchUp(store, connection.ethers.provider, deployment);
  for (const { workId, terms } of places) {
    const work = await contracts.works.workOf(workId);
    const indexed = await readFacts(store, (facts) => facts.workOf(workId));
    expect(indexed?.until ?? 2 ** 40 - 1).toBe(Number(work.until));
    expect(indexed?.owner).toBe((await contracts.works.ownerOf(workId)).toLowerCase());
    const held = await readFacts(store, (facts) => facts.licencesOf({ workId }));
    const approvals = await readFacts(store, (facts) => facts.approvalsOf(workId));
    for (const termsId of terms.map(computeTermsId)) {
      for (const who of licensees) {
        const licensee = (await cast[who].getAddress()).toLowerCase();
        const licence = await contracts.licences.licenceOf(workId, termsId, licensee);
        const found = held.find((one) => one.termsId === termsId && one.licensee === licensee);
        const alone = await readFacts(store, (facts) => facts.licencesOf({ licensee: licensee as Hex }));
        expect(alone.find((one) => one.workId === workId && one.termsId === termsId)).toEqual(found);
        expect(
          found === undefined
            ? null
            : {
                since: BigInt(found.since),
                until: BigInt(found.until ?? 2 ** 40 - 1),
                units: BigInt(found.units),
                revoked: found.revoked,
                breachAt: BigInt(found.breach?.recorded ?? 0),
                breach: found.breach === null ? 0 : breachNames.indexOf(found.breach.breach) + 1,
              },
        ).toEqual(
          licence.since === 0n
            ? null
            : {
                since: licence.since,
                until: licence.until,
                units: licence.units,
                revoked: (Number(licence.flags) & 128) !== 0,
                breachAt: licence.breachAt,
                breach: Number(licence.breach),
              },
        );
        const approval = approvals.find((one) => one.termsId === termsId && one.licensee === licensee);
        expect(approval?.state === 'approved').toBe(
          await contracts.licences.isApproved(workId, termsId, licensee),
        );
      }
    }
  }
}

/** Something that somebody might do. @returns whether the contract let it. */
async function act(): Promise<boolean> {
  const { contracts, cast } = chain;
  const { workId, creator, terms: offered } = random.one(places);
  const terms = random.one(offered);
  const termsId = computeTermsId(terms);
  const [who, other] = [random.one(licensees), random.one(licensees)];
  const units = 1 + random.below(3);
  const acts: (() => Promise<unknown>)[] = [
    () => licencesAs(who).acquire(workId, terms, cast[other], units, 0n, gas),
    () => licencesAs(who).acquire(workId, terms, cast[who], units, 0n, gas),
    () => licencesAs(who).acquire(workId, terms, cast[who], 1, 0n, gas),
    () => licencesAs(who).transfer(workId, termsId, cast[other], units, gas),
    async () => {
      const held = await contracts.licences.licenceOf(workId, termsId, cast[who]);
      await licencesAs(who).transfer(workId, termsId, cast[other], held.units, gas);
    },
    async () => {
      const held = await contracts.licences.licenceOf(workId, termsId, cast[who]);
      await licencesAs(who).transfer(workId, termsId, cast[other], held.units, gas);
    },
    () => licencesAs(who).requestApproval(workId, termsId, gas),
    () => licencesAs(creator).approve(workId, termsId, cast[who], random.chance(0.8), gas),
    () => licencesAs(creator).recordBreach(workId, termsId, cast[who], 1 + random.below(5), evidence, gas),
    () => licencesAs(creator).forgiveBreach(workId, termsId, cast[who], gas),
    () => licencesAs(creator).revoke(workId, termsId, cast[who], gas),
    async () => {
      await licencesAs(creator).recordBreach(workId, termsId, cast[who], 1, evidence, gas);
      await request('evm_increaseTime', curePeriod + 1);
      await licencesAs(creator).revoke(workId, termsId, cast[who], gas);
    },
    () => request('evm_increaseTime', random.below(6 * day)),
    async () => {
      const holder = await contracts.works.ownerOf(workId);
      const signer = Object.values(cast).find(
        (one) => (one as Signer & { address: string }).address === holder,
      );
      const works = contracts.works.connect(signer ?? cast.operator);
      await works.transferFrom(holder, cast[other], workId, gas);
    },
    async () => {
      const [work] = [places[2] as Place];
      const source = places[1] as Place;
      if (random.chance(0.7))
        await licencesAs('auditor').acquire(
          source.workId,
          source.terms[0] as Terms,
          cast.auditor,
          1,
          0n,
          gas,
        );
      await catchUp(store, chain.connection.ethers.provider, chain.deployment);
      const shares = await readFacts(store, (facts) => facts.sharesOf(work.workId));
      await contracts.works.reviseEnd(work.workId, shares, gas);
    },
  ];
  try {
    await random.one(acts)();
    return true;
  } catch (error) {
    if (!String(error).includes('reverted')) throw error;
    return false;
  }
}

const gas = { gasLimit: 1_000_000n };
const evidence = hashBytes(Buffer.from('what happened'));
/** Every document permits every use: what is compared is what a contract can know. */
const documents = openTermsDocuments({
  read: () =>
    Promise.resolve(
      Buffer.from(
        canonicalJson(
          composeOdrl(
            TermsDraft.parse({ title: { en: 'All' }, uses: [...useNames], currency: native, price: '0' }),
          ),
        ),
      ),
    ),
});
const log = { size: () => 0 };

function licencesAs(who: Who) {
  return chain.contracts.licences.connect(chain.cast[who]);
}

async function put(creator: Who, work: Registration, terms: Terms[]): Promise<Place> {
  const { contracts, cast } = chain;
  await contracts.works.connect(cast[creator]).register(work, []);
  const workId = await contracts.works.workIdOf(cast[creator], work.contentHash);
  for (const one of terms) await licencesAs(creator).offer(workId, one);
  return { workId, creator, terms };
}

function termsOf(
  index: number,
  uses: readonly (typeof useNames)[number][],
  duration: number,
  flags: number,
): Terms {
  const documentHash = hashBytes(Buffer.from(`terms ${index}`));
  const bits = usesToBits(uses);
  return {
    uses: bits,
    passOn: bits,
    currency: native,
    price: 0n,
    revenueShareBps: 0,
    duration,
    cap: 0,
    flags,
    documentHash,
  };
}

function request(method: string, ...params: unknown[]): Promise<unknown> {
  return chain.connection.provider.request({ method, params });
}
