import type { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import type { Hex } from '../../src/kernel/values.ts';
import type { Use } from '../../src/work/Uses.ts';

// What a check has to answer, worked out from the rules in words of its own: slow, and with nothing of what decides. The
// state of works and licences is what the contracts themselves say.

export interface ModelWork {
  workId: bigint;
  creator: Hex;
  registrant: Hex;
  owner: Hex;
  retained: readonly Use[];
  ceiling: readonly Use[];
  holderUses: readonly Use[];
  /** The last second; Infinity is without end. */
  until: number;
  /** Uses that its own labels close. */
  closed: readonly Use[];
  sources: readonly { workId: bigint; termsId: Hex }[];
}

export interface ModelLicence {
  workId: bigint;
  termsId: Hex;
  licensee: Hex;
  units: number;
  since: number;
  until: number;
  revoked: boolean;
}

export interface ModelTerms {
  draft: TermsDraft;
  /** Whether its document was brought. */
  here: boolean;
}

export interface ModelOffer {
  workId: bigint;
  termsId: Hex;
  open: boolean;
  sold: number;
}

export interface ModelWorld {
  works: ReadonlyMap<bigint, ModelWork>;
  licences: readonly ModelLicence[];
  terms: ReadonlyMap<Hex, ModelTerms>;
  offers: readonly ModelOffer[];
}

export interface ModelQuestion {
  workId: bigint;
  licensee: Hex | null;
  use: Use;
  purpose?: string[];
  territory?: string[];
  medium?: string[];
  language?: string[];
  count?: number;
}

interface ModelAnswer {
  verdict: 'permitted' | 'denied' | 'cannot-tell';
  /** The reasons that are right: where several licences deny, any of theirs. */
  reasons: string[];
  /** What has to be said, where that is all that is missing. */
  missing: string[];
  /** The terms of offers that would permit it. */
  ways: Hex[];
}

type Truth = 'yes' | 'no' | 'open' | 'unsaid';

/** Countries and the regions they are in (UN M49). */
const regions: Record<string, readonly string[]> = {
  ID: ['ID', '035', '142', '001'],
  CN: ['CN', '030', '142', '001'],
  FR: ['FR', '155', '150', '001'],
};
const wider: Record<string, string> = { advertising: 'commercial', personal: 'nonCommercial' };

/** The answer at a second for which it is asked; whoever licenses does so at `decided`. */
export function toAnswer(
  world: ModelWorld,
  question: ModelQuestion,
  now: number,
  decided: number,
): ModelAnswer {
  const found = toVerdict(world, question, now);
  if (found.verdict === 'permitted') return { ...found, ways: [] };
  return { ...found, ways: waysTo(world, question, now, decided) };
}

function toVerdict(world: ModelWorld, question: ModelQuestion, now: number): Omit<ModelAnswer, 'ways'> {
  const { workId, licensee, use } = question;
  const work = world.works.get(workId);
  if (work === undefined) return say('cannot-tell', 'work-unknown');
  if (work.creator === licensee) return forCreator(world, question, work, now);
  if (work.retained.includes(use)) return say('denied', 'use-retained-by-creator');
  if (!work.ceiling.includes(use)) {
    return say('denied', isClosed(world, work, use) ? 'closed-by-community' : 'use-above-ceiling');
  }
  const holds = work.owner === licensee && work.holderUses.includes(use);
  if (holds && now <= work.until) return say('permitted', 'holder');

  const own = world.licences.filter(
    (one) => one.workId === workId && one.licensee === licensee && one.units > 0,
  );
  const forUse = own.filter(({ termsId }) => listUses(world, termsId).includes(use));
  const active = forUse.filter(({ since, until }) => since <= now && now <= until);
  if (active.length > 0) return byDocuments(world, question, active, now);
  if (forUse.length > 0) {
    const last = [...forUse].sort((a, b) => b.until - a.until)[0] as ModelLicence;
    if (last.since > now) return say('denied', 'licence-not-begun');
    return say('denied', last.revoked ? 'licence-revoked' : 'licence-expired');
  }
  if (holds) return say('denied', 'work-ended');
  return say('denied', own.length > 0 ? 'use-not-licensed' : 'no-licence');
}

/** Permitted if any licence permits; else nobody can tell if that is so of any; else denied. */
function byDocuments(
  world: ModelWorld,
  question: ModelQuestion,
  licences: readonly ModelLicence[],
  now: number,
): Omit<ModelAnswer, 'ways'> {
  const said = licences.map(({ termsId }) => documentSays(world, question, termsId, now));
  if (said.some(({ verdict }) => verdict === 'permitted')) return say('permitted', 'licence');
  const unsaid = said.filter(({ reasons }) => reasons.includes('fact-missing'));
  const open = said.filter(({ verdict }) => verdict === 'cannot-tell');
  const deciding = unsaid.length > 0 ? unsaid : open.length > 0 ? open : said;
  const [first] = deciding;
  return {
    verdict: first?.verdict ?? 'denied',
    reasons: deciding.flatMap(({ reasons }) => reasons),
    missing: deciding.length === 1 ? (first?.missing ?? []) : [],
  };
}

function forCreator(
  world: ModelWorld,
  question: ModelQuestion,
  work: ModelWork,
  now: number,
): Omit<ModelAnswer, 'ways'> {
  const { resting, lacking } = restingOn(world, question, work, now);
  if (lacking.length > 0) return say('denied', 'use-not-licensed');
  const said = resting.map(({ termsId }) => documentSays(world, question, termsId, now));
  const denied = said.filter(({ verdict }) => verdict === 'denied');
  const open = said.filter(({ verdict }) => verdict === 'cannot-tell');
  const deciding = denied.length > 0 ? denied : open;
  if (deciding.length === 0) return say('permitted', 'creator');
  const verdict = denied.length > 0 ? ('denied' as const) : ('cannot-tell' as const);
  return { verdict, reasons: deciding.flatMap(({ reasons }) => reasons), missing: [] };
}

/** The licences of others' works that a creator's work was made under, through works of the creator's own. */
function restingOn(world: ModelWorld, { use }: ModelQuestion, work: ModelWork, now: number) {
  const resting: ModelLicence[] = [];
  const lacking: { workId: bigint; termsId: Hex }[] = [];
  const visit = (made: ModelWork) => {
    for (const { workId, termsId } of made.sources) {
      const source = world.works.get(workId) as ModelWork;
      if (source.creator === work.creator) {
        visit(source);
        continue;
      }
      const held = world.licences.find(
        (one) =>
          one.workId === workId &&
          one.termsId === termsId &&
          [work.creator, made.registrant].includes(one.licensee) &&
          one.since <= now &&
          now <= one.until &&
          listUses(world, termsId).includes(use),
      );
      if (held === undefined) lacking.push({ workId, termsId });
      else resting.push(held);
    }
  };
  visit(work);
  return { resting, lacking };
}

/** What the document of terms says: every condition has to hold, of everything that is asked about. */
function documentSays(
  world: ModelWorld,
  question: ModelQuestion,
  termsId: Hex,
  now: number,
): Omit<ModelAnswer, 'ways'> {
  const { draft, here } = world.terms.get(termsId) as ModelTerms;
  if (!here) return say('cannot-tell', 'document-missing');
  const conditions: [what: string, truth: Truth][] = [];
  const { nonCommercial, purposes, territories, channels, languages, window, limits, forbidden } = draft;
  const purpose = question.purpose?.map((one) => (one === 'non-commercial' ? 'nonCommercial' : one));
  if (nonCommercial)
    conditions.push(['purpose', each(purpose, (one) => purposeAmong(one, ['nonCommercial']))]);
  if (purposes?.only !== undefined) {
    const { only } = purposes;
    conditions.push(['purpose', each(purpose, (one) => purposeAmong(one, only))]);
  }
  if (territories?.only !== undefined) {
    const { only } = territories;
    const within = (one: string): Truth =>
      only.some((region) => regions[one]?.includes(region)) ? 'yes' : 'no';
    conditions.push(['territory', each(question.territory, within)]);
  }
  if (channels?.only !== undefined) {
    const only: readonly string[] = channels.only;
    conditions.push(['medium', each(question.medium, (one) => (only.includes(one) ? 'yes' : 'no'))]);
  }
  if (languages?.only !== undefined) {
    const { only } = languages;
    conditions.push(['language', each(question.language, (one) => (only.includes(one) ? 'yes' : 'no'))]);
  }
  if (limits?.uses !== undefined) {
    const next = question.count === undefined ? undefined : question.count + 1;
    const most = limits.uses;
    conditions.push(['count', next === undefined ? 'unsaid' : next <= most ? 'yes' : 'no']);
  }
  if (window?.notAfter !== undefined) {
    conditions.push(['time', now <= Date.parse(window.notAfter) / 1000 ? 'yes' : 'no']);
  }
  const forbidding = (forbidden ?? []).filter(({ actions }) => (actions as string[]).includes(question.use));
  const isForbidden = forbidding.some(({ territories: where }) =>
    question.territory?.some((one) => where?.some((region) => regions[one]?.includes(region))),
  );
  const failing = conditions.filter(([, truth]) => truth === 'no').map(([what]) => what);
  if (failing.length > 0 || isForbidden) {
    // Of several things that keep it any may be named.
    const reasons = [
      ...(isForbidden ? ['prohibited-by-terms'] : []),
      ...(failing.includes('purpose') ? ['purpose-not-licensed'] : []),
      ...(failing.some((what) => what !== 'purpose') ? ['condition-not-met'] : []),
    ];
    return { verdict: 'denied', reasons, missing: [] };
  }
  if (forbidding.length > 0 && question.territory === undefined) conditions.push(['territory', 'unsaid']);
  const all = conditions.map(([, truth]) => truth);
  if (all.includes('open')) return say('cannot-tell', 'terms-not-understood');
  if (!all.includes('unsaid')) return say('permitted', 'licence');
  const missing = [...new Set(conditions.filter(([, truth]) => truth === 'unsaid').map(([what]) => what))];
  return { ...say('cannot-tell', 'fact-missing'), missing };
}

/** What has to hold of each value: it fails for all where it fails for one. */
function each(values: string[] | undefined, of: (value: string) => Truth): Truth {
  if (values === undefined) return 'unsaid';
  const truths = values.map(of);
  if (truths.includes('no')) return 'no';
  return truths.includes('open') ? 'open' : 'yes';
}

/** A purpose is also the wider one that it always is; of a wider one nobody knows whether the narrower is meant. */
function purposeAmong(purpose: string, only: readonly string[]): Truth {
  if (only.includes(purpose) || only.includes(wider[purpose] ?? '')) return 'yes';
  return only.some((one) => wider[one] === purpose) ? 'open' : 'no';
}

function waysTo(world: ModelWorld, question: ModelQuestion, now: number, decided: number): Hex[] {
  const work = world.works.get(question.workId);
  if (work === undefined) return [];
  const { use, licensee } = question;
  const fits = ({ workId, termsId, open, sold }: ModelOffer) => {
    const { draft } = world.terms.get(termsId) as ModelTerms;
    const { duration, cap } = draft;
    const until = world.works.get(workId)?.until ?? Infinity;
    const ends = duration === 0 ? Infinity : decided + duration;
    const sells =
      open && listUses(world, termsId).includes(use) && (cap === 0 || sold < cap) && ends <= until;
    const permits = documentSays(world, question, termsId, now).verdict === 'permitted';
    return sells && decided <= now && now <= ends && permits;
  };
  const fitting = world.offers.filter(fits);
  if (work.creator !== licensee) {
    return fitting.filter(({ workId }) => workId === work.workId).map(({ termsId }) => termsId);
  }
  // A creator needs a licence of each source that none covers, and those there are have to permit it.
  const { resting, lacking } = restingOn(world, question, work, now);
  const found = lacking.map((one) =>
    fitting.filter(({ workId, termsId }) => workId === one.workId && termsId === one.termsId),
  );
  const others = resting.every(
    ({ termsId }) => documentSays(world, question, termsId, now).verdict === 'permitted',
  );
  return others && found.every(({ length }) => length > 0) ? found.flat().map(({ termsId }) => termsId) : [];
}

/** Whether a label closes the use, on the work or on one it was made from whose ceiling lacks it, too. */
function isClosed(world: ModelWorld, work: ModelWork, use: Use): boolean {
  if (work.closed.includes(use)) return true;
  return work.sources.some(({ workId }) => {
    const source = world.works.get(workId) as ModelWork;
    return !source.ceiling.includes(use) && isClosed(world, source, use);
  });
}

function listUses(world: ModelWorld, termsId: Hex): readonly Use[] {
  return world.terms.get(termsId)?.draft.uses ?? [];
}

function say(verdict: ModelAnswer['verdict'], reason: string): Omit<ModelAnswer, 'ways'> {
  return { verdict, reasons: [reason], missing: [] };
}
