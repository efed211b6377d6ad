import { canonicalJson } from '../../src/kernel/json/canonicalJson.ts';
import type { Facts } from '../../src/ports/Ledger.ts';
import { findClosure } from '../../src/check/evidence/findClosure.ts';
import { readHoldings } from '../../src/check/evidence/LicenceHoldings.ts';
import { openTermsDocuments, type TermsDocuments } from '../../src/check/evidence/openTermsDocuments.ts';
import { composeTerms, describeOffer, type Licence, type Terms } from '../../src/terms/Terms.ts';
import { zeroHash, type Hex } from '../../src/kernel/values.ts';
import type { Work } from '../../src/work/Work.ts';
import { bareWork } from './bareWork.ts';
import type { ModelLicence, ModelWork, ModelWorld } from './checkModel.ts';

/** A world of the model as an index would have it, at a second, without a chain; and the documents that were brought. */
export function factsOfModel(world: ModelWorld, now: number): { facts: Facts; documents: TermsDocuments } {
  const terms = new Map<Hex, Terms>();
  const files = new Map<Hex, Uint8Array>();
  for (const [termsId, { draft, here }] of world.terms) {
    const composed = composeTerms(draft);
    terms.set(termsId, composed.terms);
    if (here) files.set(composed.terms.documentHash, Buffer.from(canonicalJson(composed.document)));
  }
  const workOf = (workId: bigint) => {
    const work = world.works.get(workId);
    return work === undefined ? undefined : workFrom(world, work);
  };
  const facts = {
    block: { number: 7, hash: zeroHash, timestamp: now },
    workOf: (workId) => Promise.resolve(workOf(workId)),
    termsOf: (termsId) => Promise.resolve(terms.get(termsId)),
    sharesOf: (workId) => {
      const sources = (world.works.get(workId)?.sources ?? []).map((source) => ({
        ...source,
        ...{ shareBps: 0, absolute: false },
      }));
      return Promise.resolve({ sources, inherited: [], payees: [] });
    },
    offersOf: (workId) =>
      Promise.resolve(
        world.offers
          .filter((offer) => offer.workId === workId)
          .map(({ termsId, open }) =>
            describeOffer({ workId, termsId, terms: terms.get(termsId) as Terms, open }),
          ),
      ),
    licencesOf: ({ workId, licensee }) =>
      Promise.resolve(
        world.licences
          .filter((one) => one.workId === workId && one.licensee === licensee)
          .map((one) => licenceFrom(world, one)),
      ),
    soldOf: (workId, termsId) =>
      Promise.resolve(
        world.offers.find((one) => one.workId === workId && one.termsId === termsId)?.sold ?? 0,
      ),
    approvalsOf: () => Promise.resolve([]),
    paymentsUnder: () => Promise.resolve([]),
    reportedBy: () => Promise.resolve([]),
    findHoldings: (workId, licensee) => readHoldings(facts, workId, licensee),
    findClosure: (work, use) => findClosure(facts, work, use),
  } as Partial<Facts> as Facts;
  return { facts, documents: openTermsDocuments({ read: (hash) => Promise.resolve(files.get(hash)) }) };
}

function workFrom(world: ModelWorld, work: ModelWork): Work {
  return {
    ...bareWork,
    ...work,
    retained: [...work.retained],
    ceiling: [...work.ceiling],
    holderUses: [...work.holderUses],
    labels: work.closed.length === 0 ? [] : ['TK S'],
    labelled: isLabelled(world, work),
    until: work.until === Infinity ? null : work.until,
  };
}

function isLabelled(world: ModelWorld, { closed, sources }: ModelWork): boolean {
  return (
    closed.length > 0 || sources.some(({ workId }) => isLabelled(world, world.works.get(workId) as ModelWork))
  );
}

function licenceFrom(world: ModelWorld, licence: ModelLicence): Licence {
  const draft = world.terms.get(licence.termsId)?.draft;
  if (draft === undefined) throw new Error('expected the terms of a licence');
  const { uses, revenueShareBps, currency } = draft;
  return {
    ...licence,
    ...{ uses: [...uses], revenueShareBps, currency, price: 0n, breach: null, block: 1 },
    transaction: zeroHash,
    until: licence.until === Infinity ? null : licence.until,
  };
}
