import type { JsonPath } from './locate.ts';
import { findContradiction } from '../src/assistance/summary/findContradiction.ts';
import { useNames } from '../src/work/Uses.ts';
import { labelThatCloses } from '../src/work/Labels.ts';
import type { Use } from '../src/work/Uses.ts';
import type { SeedDerivative, Seeds, SeedStep, SeedTerms, SeedWork } from './schema.ts';
import { createFormat } from '../src/messages/createFormat.ts';
import { readTexts } from '../src/messages/readTexts.ts';

/** A rule a seeds file breaks, with the place of the value that breaks it. */
interface Breach {
  file: keyof Seeds;
  path: JsonPath;
  expected: string;
  got: string;
}

/**
 * What the seeds break of the rules no single file can show: references, splits, rights, order.
 *
 * Rights are computed as `WorkRegistry` does: a derivative's ceiling is the intersection of its
 * sources' ceilings and what their licences pass on, less what its own creator keeps and a community's labels close.
 */
export function findBreaches(seeds: Seeds): Breach[] {
  const people = new Set(seeds.people.map((person) => person.id));
  const terms = new Map(seeds.terms.map((one) => [one.id, one]));
  const works = new Map<string, SeedWork>();
  const limits = new Map<string, Limits>();
  const breaches: Breach[] = [...duplicates(seeds), ...termsBreaches(seeds.terms)];

  for (const file of ['heritage', 'masks', 'derivatives'] as const) {
    for (const [index, work] of seeds[file].entries()) {
      const say = (path: JsonPath, expected: string, got: string) =>
        void breaches.push({ file, path: [index, ...path], expected, got });
      const limit = 'sources' in work ? derive(work, works, terms, limits, say) : noLimits();
      const labels = 'labels' in work ? work.labels : [];
      const open = (use: Use) => !work.retained.includes(use) && labelThatCloses(labels, use) === undefined;
      limit.ceiling = limit.ceiling.filter(open);
      checkRights(work, limit, people, terms, say);
      const trusted = (id: string) => seeds.people.find((one) => one.id === id)?.accredited ?? [];
      const roles = trusted(work.creator);
      if (file === 'heritage' && !roles.includes('custodian') && !roles.includes('community')) {
        say(['creator'], 'an accredited custodian', work.creator);
      }
      if (labels.length > 0 && !roles.includes('community')) {
        say(['labels'], 'labels of an accredited community alone', work.creator);
      }
      if (work.regime !== undefined && !trusted(work.regime.registrar).includes('registrar')) {
        say(['regime', 'registrar'], 'an accredited registrar', work.regime.registrar);
      }
      if ('assistance' in work) checkAssistance(work.assistance, works, say);
      works.set(work.id, work);
      limits.set(work.id, limit);
    }
  }
  return breaches;
}

interface Limits {
  ceiling: Use[];
  shareAlike: boolean;
  generation: number;
}
type Say = (path: JsonPath, expected: string, got: string) => void;

function noLimits(): Limits {
  return { ceiling: [...useNames], shareAlike: false, generation: 0 };
}

function derive(
  work: SeedDerivative,
  works: Map<string, SeedWork>,
  terms: Map<string, SeedTerms>,
  limits: Map<string, Limits>,
  say: Say,
): Limits {
  const own = noLimits();
  let owed = 0;
  for (const [index, { work: id, terms: termsId }] of work.sources.entries()) {
    const source = works.get(id);
    const limit = limits.get(id);
    if (source === undefined || limit === undefined) {
      say(['sources', index, 'work'], 'a work listed before this one', id);
      continue;
    }
    own.generation = Math.max(own.generation, limit.generation);
    own.ceiling = own.ceiling.filter((use) => limit.ceiling.includes(use));
    if (termsId === null) {
      if (source.creator !== work.creator)
        say(['sources', index, 'terms'], 'terms, as another made it', 'null');
      continue;
    }
    const licence = terms.get(termsId);
    if (licence === undefined || !source.offers.includes(termsId)) {
      say(['sources', index, 'terms'], `one of the offers of ${id}: ${source.offers.join(', ')}`, termsId);
      continue;
    }
    if (!licence.uses.includes('adapt')) {
      say(['sources', index, 'terms'], 'terms whose uses include adapt', termsId);
    }
    owed += licence.revenueShareBps;
    own.shareAlike ||= licence.shareAlike;
    own.ceiling = own.ceiling.filter((use) => licence.passOn.includes(use));
  }
  if (owed > 10_000) say(['sources'], 'at most 10000 basis points owed to sources', String(owed));
  own.generation += 1;
  if (own.generation !== work.generation)
    say(['generation'], String(own.generation), String(work.generation));
  return own;
}

/** Inputs stand before the work, and no two statements of its making contradict each other. */
function checkAssistance(steps: readonly SeedStep[], works: Map<string, SeedWork>, say: Say): void {
  for (const [index, step] of steps.entries()) {
    for (const [at, input] of step.inputs.entries()) {
      if (!works.has(input)) say(['assistance', index, 'inputs', at], 'a work listed before this one', input);
    }
  }
  const numbered = steps.map((step) => ({ ...step, inputs: step.inputs.map((_, at) => BigInt(at)) }));
  const found = findContradiction({ steps: numbered });
  if (found === undefined) return;
  const [first, second] = found.statements;
  const path = ['assistance', second.step ?? 0, ...second.field.split('.')];
  const format = createFormat('en', { english: readTexts('en') });
  say(
    path,
    `${format(found.rule)}, as ${first.field} is ${JSON.stringify(first.says)}`,
    JSON.stringify(second.says),
  );
}

function checkRights(
  work: SeedWork,
  limit: Limits,
  people: Set<string>,
  terms: Map<string, SeedTerms>,
  say: Say,
): void {
  if (!people.has(work.creator)) say(['creator'], 'the id of a person in people.json', work.creator);
  const above = beyond(work.holderUses, limit.ceiling);
  if (above.length > 0) say(['holderUses'], `uses within ${list(limit.ceiling)}`, list(above));

  for (const [index, payee] of work.payees.entries()) {
    if (!people.has(payee.person)) {
      say(['payees', index, 'person'], 'the id of a person in people.json', payee.person);
    }
  }
  const sum = work.payees.reduce((total, payee) => total + payee.shareBps, 0);
  if (sum !== 10_000) say(['payees'], 'shares that sum to 10000', String(sum));

  for (const [index, id] of work.offers.entries()) {
    const offered = terms.get(id);
    if (offered === undefined) {
      say(['offers', index], 'the id of terms in terms.json', id);
      continue;
    }
    const tooMuch = beyond(offered.uses, limit.ceiling);
    if (tooMuch.length > 0) {
      say(['offers', index], `terms with uses within ${list(limit.ceiling)}`, `${id}, with ${list(tooMuch)}`);
    }
    if (limit.shareAlike && !offered.shareAlike) {
      say(['offers', index], 'share-alike terms, as a source asks', id);
    }
  }
}

function termsBreaches(terms: readonly SeedTerms[]): Breach[] {
  return terms.flatMap(({ uses, passOn }, index) => {
    const tooMuch = beyond(passOn, uses);
    if (tooMuch.length === 0) return [];
    return [
      { file: 'terms', path: [index, 'passOn'], expected: `uses within ${list(uses)}`, got: list(tooMuch) },
    ];
  });
}

function duplicates(seeds: Seeds): Breach[] {
  const seen = new Set<string>();
  return (['people', 'terms', 'heritage', 'masks', 'derivatives'] as const).flatMap((file) => {
    const space = file === 'people' || file === 'terms' ? file : 'work';
    return seeds[file].flatMap(({ id }, index) => {
      const key = `${space}/${id}`;
      const twice = seen.has(key);
      seen.add(key);
      return twice ? [{ file, path: [index, 'id'], expected: 'an id used once', got: id }] : [];
    });
  });
}

function beyond(asked: readonly Use[], allowed: readonly Use[]): Use[] {
  return asked.filter((use) => !allowed.includes(use));
}

function list(uses: readonly string[]): string {
  return uses.length === 0 ? 'nothing' : uses.join(', ');
}
