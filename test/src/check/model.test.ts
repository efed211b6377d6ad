import { expect, it } from 'vitest';
import { decideFrom } from '../../../src/check/checkLicence.ts';
import { Question } from '../../../src/check/Question.ts';
import { reasons } from '../../../src/check/reasons.ts';
import { TermsDraft } from '../../../src/terms/draft/TermsDraft.ts';
import { hexId, native, toJson, zeroHash, type Hex } from '../../../src/kernel/values.ts';
import { useNames, type Use } from '../../../src/work/Uses.ts';
import { anyQuestion } from '../../support/anyQuestion.ts';
import { anyRestrictions } from '../../support/anyRestrictions.ts';
import type {
  ModelLicence,
  ModelOffer,
  ModelTerms,
  ModelWork,
  ModelWorld,
} from '../../support/checkModel.ts';
import { compareGround } from '../../support/compareGround.ts';
import { compareWithModel } from '../../support/compareWithModel.ts';
import { factsOfModel } from '../../support/modelFacts.ts';
import { createRandom, type Random } from '../../support/random.ts';

const day = 86_400;
const now = 1_800_000_000;
const accounts = ['a', 'b', 'c', 'd'].map((digit): Hex => `0x${digit.repeat(40)}`);
const closed: Use[] = ['perform', 'broadcast'];
const deployment = { chainId: 1, works: native };
const log = { size: () => 0 };

it('thousands of questions about made-up worlds get the answers of the model', async () => {
  const random = createRandom(29_112_026);
  const seen = new Set<string>();
  for (let round = 0; round < 100; round += 1) {
    const world = worldBy(random);
    const { facts, documents } = factsOfModel(world, now);
    for (let i = 0; i < 100; i += 1) {
      const question = anyQuestion(random, {
        works: [...world.works.keys()],
        accounts,
        moment: () => instant(now + (random.below(60) - 25) * day),
      });
      const parsed = Question.parse(JSON.parse(toJson(question)));
      const explain = i % 10 === 0;
      const decision = await decideFrom({ documents, log, now: () => now, deployment }, facts, parsed, {
        explain,
      });
      compareWithModel(world, question, decision);
      compareGround(world, question, decision);
      expect(decision.trail?.at(-1)?.then).toBe(explain ? toEnd(decision) : undefined);
      seen.add(decision.reason);
    }
  }
  const elsewhere = ['claims-compete', 'index-behind'];
  expect([...seen].sort()).toEqual(reasons.filter((one) => !elsewhere.includes(one)).sort());
});

/** What the last thing that was looked at says: offers come after a refusal. */
function toEnd({ verdict, offers }: { verdict: string; offers: unknown[] }): string {
  if (offers.length > 0) return 'goes-on';
  return verdict === 'denied' ? 'denies' : verdict === 'cannot-tell' ? 'cannot-tell' : 'permits';
}

function worldBy(random: Random): ModelWorld {
  const works = new Map<bigint, ModelWork>();
  const terms = new Map<Hex, ModelTerms>();
  const licences: ModelLicence[] = [];
  const offers: ModelOffer[] = [];
  const offer = (workId: bigint, draft: TermsDraft): Hex => {
    const termsId = hexId(BigInt(terms.size + 1));
    // Each has a document of its own, which is here or is not.
    const title = { en: `Terms ${terms.size}` };
    terms.set(termsId, { draft: { ...draft, title }, here: random.chance(0.88) });
    offers.push({ workId, termsId, open: random.chance(0.8), sold: draft.cap > 0 ? random.below(3) : 0 });
    return termsId;
  };
  const sell = (workId: bigint, termsId: Hex, licensee: Hex) => {
    const duration = terms.get(termsId)?.draft.duration ?? 0;
    const since = now + (random.below(60) - 50) * day;
    const ends = duration === 0 ? Infinity : since + duration;
    const revoked = random.chance(0.12);
    const until = revoked ? Math.min(ends, Math.max(since, now - random.below(20) * day)) : ends;
    licences.push({ workId, termsId, licensee, units: random.below(4), since, until, revoked });
  };
  for (let workId = 1n; workId <= 7n; workId += 1n) {
    const creator = random.one(accounts);
    const retained = random.some(useNames, 0.12);
    const own = random.chance(0.2) ? closed : [];
    let ceiling = useNames.filter((use) => !retained.includes(use) && !own.includes(use));
    const sources = [...works.values()]
      .filter(() => random.chance(0.25))
      .map((source) => {
        if (source.creator === creator) {
          ceiling = ceiling.filter((use) => source.ceiling.includes(use));
          return { workId: source.workId, termsId: zeroHash };
        }
        const termsId = offer(source.workId, draftBy(random, source.ceiling));
        sell(source.workId, termsId, creator);
        const { passOn } = (terms.get(termsId) as ModelTerms).draft;
        ceiling = ceiling.filter((use) => source.ceiling.includes(use) && passOn.includes(use));
        return { workId: source.workId, termsId };
      });
    works.set(workId, {
      workId,
      creator,
      registrant: random.chance(0.85) ? creator : random.one(accounts),
      owner: random.one(accounts),
      retained,
      ceiling,
      holderUses: random.some(ceiling, 0.3),
      until: random.chance(0.6) ? Infinity : now + (random.below(60) - 20) * day,
      closed: own,
      sources,
    });
    for (let i = random.below(4); i > 0 && ceiling.length > 0; i -= 1) {
      const termsId = offer(workId, draftBy(random, ceiling));
      for (const licensee of random.some(accounts, 0.4)) sell(workId, termsId, licensee);
    }
  }
  return { works, licences, terms, offers };
}

/** Terms of this and that: of half of them something only a document says. */
function draftBy(random: Random, ceiling: readonly Use[]): TermsDraft {
  const uses = random.some(ceiling, 0.6);
  const some = uses.length === 0 ? [ceiling[0] ?? 'display'] : uses;
  return TermsDraft.parse({
    title: { en: 'Terms' },
    uses: some,
    passOn: random.some(some, 0.6),
    currency: native,
    price: '0',
    duration: random.one([0, 9, 30]) * day,
    cap: random.one([0, 0, 2]),
    revenueShareBps: random.below(5) * 100,
    approvalRequired: random.chance(0.1),
    ...anyRestrictions(random, { uses: some, notAfter: instant(now + 20 * day) }),
  });
}

function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
