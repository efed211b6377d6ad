import { parseUnits } from 'ethers';
import { worksOf } from '../../seeds/load.ts';
import type { Seeds, SeedTerms, SeedWork } from '../../seeds/schema.ts';
import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { LedgerError } from '../../src/kernel/LedgerError.ts';
import { restrictionShape } from '../../src/terms/draft/restrictions.ts';
import type { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import type { Lianpu } from '../../src/sdk/connectLianpu.ts';
import { native, type Hex } from '../../src/kernel/values.ts';
import { z } from 'zod';
import { computeWorkId } from '../../src/work/computeWorkId.ts';
import type { WorkDraft } from '../../src/work/WorkDraft.ts';
import type { AssistanceStep } from '../../src/assistance/record/AssistanceStep.ts';
import { message } from '../../src/messages/Message.ts';

/** What seeding needs: the cast with their clients, the token prices are in, and the file of each work. */
export interface SeedContext {
  seeds: Seeds;
  clientOf: (personId: string) => Lianpu;
  accountOf: (personId: string) => Hex;
  /** The ERC-20 token that terms in `LCNY` are priced in. */
  yuan: Hex;
  fileOf: (work: SeedWork) => Promise<Uint8Array>;
}

/** The ids of what was seeded, by the seeds' own. */
export interface Seeded {
  works: Map<string, bigint>;
  terms: Map<string, Hex>;
}

const day = 86_400;

/**
 * Puts works on the ledger as their creators would: registered by signature, with file and assistance record, offered,
 * and every licence a derivative needs bought by who made it. What is there already is left as it is.
 */
export async function seedWorks(
  works: readonly SeedWork[],
  seeded: Seeded,
  context: SeedContext,
  onProgress: (done: number, work: SeedWork) => void,
): Promise<void> {
  for (const [done, work] of works.entries()) {
    onProgress(done, work);
    if ('generation' in work) await licenseSources(work, seeded, context);
    if (!(await isRegistered(work, seeded, context))) await registerSeed(work, seeded, context);
    await offerSeed(work, seeded, context);
  }
}

async function isRegistered(work: SeedWork, seeded: Seeded, { clientOf, accountOf, fileOf }: SeedContext) {
  const workId = computeWorkId(accountOf(work.creator), hashBytes(await fileOf(work)));
  try {
    await clientOf(work.creator).work.find(workId);
  } catch (error) {
    if (error instanceof LedgerError && error.code === 'work-unknown') return false;
    throw error;
  }
  seeded.works.set(work.id, workId);
  return true;
}

/** Registers one work of the seeds. */
export async function registerSeed(work: SeedWork, seeded: Seeded, context: SeedContext) {
  const client = context.clientOf(work.creator);
  const steps = ('assistance' in work ? work.assistance : []).map((step) => ({
    ...step,
    inputs: step.inputs.map((id) => `${known(seeded.works, id)}`),
  })) satisfies z.input<typeof AssistanceStep>[];
  const registered = await client.work.register(
    toDraft(work, seeded, context),
    await context.fileOf(work),
    steps.length === 0 ? [] : { steps, depiction: 'depiction' in work ? work.depiction : null },
  );
  seeded.works.set(work.id, registered.workId);
  if (work.regime !== undefined) await attestHolders(work.regime, context);
  return registered;
}

/** Has the registrar of a restricted token vouch for whom the seeds say may hold it. */
async function attestHolders(
  { registrar, holders }: NonNullable<SeedWork['regime']>,
  { clientOf, accountOf }: SeedContext,
): Promise<void> {
  const { work } = clientOf(registrar);
  for (const account of holders.map(accountOf)) {
    const { attestedBy } = await work.accreditation(account);
    if (!attestedBy.includes(accountOf(registrar))) await work.attest(account);
  }
}

/** Offers a work of the seeds under all terms the seeds say. */
export async function offerSeed(work: SeedWork, seeded: Seeded, context: SeedContext): Promise<void> {
  for (const slug of work.offers) {
    const client = context.clientOf(work.creator);
    const { termsId } = await client.licence.offer(known(seeded.works, work.id), toTerms(slug, context));
    seeded.terms.set(slug, termsId);
  }
}

/** Buys the licences a derivative is made under. */
export async function licenseSources(
  work: Extract<SeedWork, { generation: number }>,
  seeded: Seeded,
  { seeds, clientOf, accountOf }: SeedContext,
): Promise<void> {
  const maker = accountOf(work.creator);
  for (const source of work.sources) {
    if (source.terms === null) continue;
    const [workId, termsId] = [known(seeded.works, source.work), known(seeded.terms, source.terms)];
    const held = await clientOf(work.creator).licence.licences({ workId, licensee: maker });
    if (held.some((licence) => licence.termsId === termsId)) continue;
    if (seeds.terms.find(({ id }) => id === source.terms)?.approvalRequired) {
      const creator = worksOf(seeds).find(({ id }) => id === source.work)?.creator ?? '';
      await clientOf(creator).licence.approve(workId, termsId, maker);
    }
    await clientOf(work.creator).licence.acquire(workId, termsId);
  }
}

/** What the creator of a seeds' work writes to register it. */
function toDraft(
  work: SeedWork,
  seeded: Seeded,
  { seeds, accountOf }: SeedContext,
): z.input<typeof WorkDraft> {
  const person = seeds.people.find(({ id }) => id === work.creator);
  return {
    title: toTexts(work.title),
    ...('description' in work ? { description: toTexts(work.description) } : {}),
    kind: 'generation' in work ? 'derivative' : 'place' in work ? 'heritage-element' : 'opera-mask',
    creators: [{ name: toTexts(person?.names ?? { en: work.creator }), account: accountOf(work.creator) }],
    traits: toTraits(work),
    claims: work.claims,
    sources:
      'generation' in work
        ? work.sources.map(({ work: id, terms }) => ({
            workId: `${known(seeded.works, id)}`,
            ...(terms === null ? {} : { termsId: known(seeded.terms, terms) }),
          }))
        : [],
    retained: work.retained,
    holderUses: work.holderUses,
    moralRights: work.moralRights,
    resaleBps: work.resaleBps,
    labels: 'labels' in work ? work.labels : [],
    ...(work.regime === undefined
      ? {}
      : {
          regime: {
            registrar: accountOf(work.regime.registrar),
            minHolding: work.regime.minHoldingDays * day,
            maxTransfers: work.regime.maxTransfers,
          },
        }),
    payees: work.payees.map(({ person: id, shareBps }) => ({ account: accountOf(id), shareBps })),
  };
}

function toTraits(work: SeedWork): z.input<typeof WorkDraft>['traits'] {
  if ('character' in work) {
    return { character: work.character, roleType: work.roleType, ...work.traits, plays: work.plays };
  }
  if ('place' in work) {
    const { cave, site } = work.place;
    return { place: { cave, site: toTexts(site) }, period: toTexts(work.period), ...work.traits };
  }
  return { generation: work.generation, ...work.traits };
}

/** Terms of the seeds as a creator offers them. */
function toTerms(slug: string, { seeds, yuan }: Pick<SeedContext, 'seeds' | 'yuan'>) {
  const terms = seeds.terms.find(({ id }) => id === slug);
  if (terms === undefined) throw new LedgerError('terms-unknown', message('errors.seeds-terms', { slug }));
  return {
    title: toTexts(terms.title),
    uses: terms.uses,
    passOn: terms.passOn,
    currency: terms.currency === 'native' ? native : yuan,
    price: `${parseUnits(terms.price, 18)}`,
    revenueShareBps: terms.revenueShareBps,
    duration: terms.durationDays * day,
    cap: terms.cap,
    attribution: terms.attribution,
    shareAlike: terms.shareAlike,
    approvalRequired: terms.approvalRequired,
    transferable: terms.transferable,
    absoluteShare: terms.absoluteShare,
    nonCommercial: terms.nonCommercial,
    ...(terms.attributionText === undefined ? {} : { attributionText: toTexts(terms.attributionText) }),
    ...z.encode(Restrictions, picked(terms)),
  } satisfies z.input<typeof TermsDraft>;
}

const Restrictions = z.object(restrictionShape);

/** What the document of terms says beyond the chain. */
function picked(terms: SeedTerms): z.output<typeof Restrictions> {
  const said = Object.entries(terms).filter(([name]) => name in restrictionShape);
  return Object.fromEntries(said);
}

function toTexts(names: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function known<T>(ids: Map<string, T>, slug: string): T {
  const found = ids.get(slug);
  if (found === undefined) throw new LedgerError('work-unknown', message('errors.seeds-work', { slug }));
  return found;
}
