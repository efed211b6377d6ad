import { parseUnits, ZeroAddress, ZeroHash, type Signer } from 'ethers';
import { worksOf } from '../seeds/load.ts';
import type { SeedDerivative, Seeds, SeedTerms, SeedWork } from '../seeds/schema.ts';
import { hashBytes, hashJson } from '../src/canonical.ts';
import type { Contracts, Deployment } from '../src/chain/contracts.ts';
import { LedgerError } from '../src/error.ts';
import { domainOf, orderShares, registrationTypes, type Registration } from '../src/work/Registration.ts';
import { usesToBits } from '../src/work/Uses.ts';

type Hex = `0x${string}`;

/** What seeding needs: a chain, somebody to relay, the cast's keys by person, and the file of each work. */
export interface SeedContext {
  deployment: Deployment;
  contracts: Contracts;
  signerOf: (personId: string) => Signer;
  /** The ERC-20 token that terms in `LCNY` are priced in. */
  localYuan: string;
  fileOf: (work: SeedWork) => Promise<Uint8Array>;
  onProgress?: (done: number, all: number, work: SeedWork) => void;
}

/** The ids of what was seeded, by the seeds' own. */
export interface Seeded {
  works: Map<string, bigint>;
  terms: Map<string, Hex>;
}

const kinds = { heritage: 0, mask: 1, derivative: 2 } as const;
const moralBits = { attribution: 1, integrity: 2, disclosure: 4 } as const;
const day = 86_400;
const deadline = 2n ** 48n;

/**
 * Puts the seeds on chain: every work by its creator's signature, every offer by its creator, and every licence a
 * derivative needs bought by who made it.
 */
export async function seedChain(seeds: Seeds, context: SeedContext): Promise<Seeded> {
  const { contracts } = context;
  const seeded: Seeded = { works: new Map(), terms: new Map() };
  for (const person of seeds.people.filter(({ role }) => role === 'custodian')) {
    await (await contracts.works.accreditCustodian(context.signerOf(person.id), true)).wait();
  }
  const works = worksOf(seeds);
  for (const [done, work] of works.entries()) {
    context.onProgress?.(done, works.length, work);
    const sources = 'generation' in work ? await licenseSources(work, seeds, seeded, context) : [];
    await register(work, sources, seeded, context);
    await offer(work, seeds, seeded, context);
  }
  return seeded;
}

/** Buys the licences a derivative is made under and returns its sources with the shares those ask for. */
async function licenseSources(work: SeedDerivative, seeds: Seeds, seeded: Seeded, context: SeedContext) {
  const maker = context.signerOf(work.creator);
  const { contracts } = context;
  const sources: Registration['sources'] = [];
  for (const source of work.sources) {
    const workId = known(seeded.works, source.work);
    if (source.terms === null) {
      sources.push({ workId, termsId: ZeroHash as Hex, shareBps: 0, absolute: false });
      continue;
    }
    const terms = termsOf(source.terms, seeds, context);
    const termsId = known(seeded.terms, source.terms);
    const held = await contracts.licences.licenceOf(workId, termsId, maker);
    if (held.since === 0n) {
      const creator = context.signerOf(worksOf(seeds).find(({ id }) => id === source.work)?.creator ?? '');
      if (terms.flags & 4)
        await (await contracts.licences.connect(creator).approve(workId, termsId, maker, true)).wait();
      const value = terms.currency === ZeroAddress ? terms.price : 0n;
      const acquired = await contracts.licences
        .connect(maker)
        .acquire(workId, terms, maker, terms.price, { value });
      await acquired.wait();
    }
    sources.push({ workId, termsId, shareBps: terms.revenueShareBps, absolute: (terms.flags & 16) !== 0 });
  }
  return sources;
}

async function register(
  work: SeedWork,
  sources: Registration['sources'],
  seeded: Seeded,
  context: SeedContext,
) {
  const { contracts, deployment } = context;
  const signer = context.signerOf(work.creator);
  const creator = (await signer.getAddress()) as Hex;
  const payees = await Promise.all(
    work.payees.map(async ({ person, shareBps }) => ({
      account: (await context.signerOf(person).getAddress()) as Hex,
      shareBps,
    })),
  );
  const file = await context.fileOf(work);
  const content = { hash: hashBytes(file), mediaType: 'image/png', bytes: file.length };
  const registration: Registration = {
    contentHash: content.hash,
    metadataHash: hashJson({
      version: 1,
      title: work.title,
      traits: work.traits,
      claims: work.claims,
      content,
    }),
    kind: 'generation' in work ? kinds.derivative : 'place' in work ? kinds.heritage : kinds.mask,
    retained: usesToBits(work.retained),
    holderUses: usesToBits(work.holderUses),
    moralRights: work.moralRights.reduce((bits, right) => bits | moralBits[right], 0),
    aiSummary: 0,
    resaleBps: work.resaleBps,
    ...orderShares(sources, payees),
  };
  const inherited = await inheritedShares(registration, context);
  const nonce = await contracts.works.nonces(creator);
  const signature = await signer.signTypedData(
    domainOf(deployment.chainId, deployment.works),
    registrationTypes,
    {
      ...registration,
      creator,
      nonce,
      deadline,
    },
  );
  await (await contracts.works.registerFor(creator, registration, inherited, deadline, signature)).wait();
  seeded.works.set(work.id, await contracts.works.workIdOf(creator, registration.contentHash));
}

/** The shares of each source that owes an absolute share, as its event gave them. */
async function inheritedShares({ sources }: Registration, { contracts, deployment }: SeedContext) {
  const inherited = [];
  for (const { workId } of sources) {
    const { flags } = await contracts.works.workOf(workId);
    if ((flags & 2n) === 0n) continue;
    const [event] = await contracts.works.queryFilter(
      contracts.works.filters.SharesFixed(workId),
      deployment.block,
    );
    if (event === undefined)
      throw new LedgerError('work-unknown', `expected the shares of work ${workId}, got none`);
    const { sources: direct, inherited: edges, payees } = event.args.shares;
    // Copied field by field: what ethers decodes is frozen, and it cannot encode its own results again.
    inherited.push({
      sources: direct.map(({ workId: id, termsId, shareBps, absolute }) => ({
        workId: id,
        termsId,
        shareBps,
        absolute,
      })),
      inherited: edges.map(({ workId: id, shareBps }) => ({ workId: id, shareBps })),
      payees: payees.map(({ account, shareBps }) => ({ account, shareBps })),
    });
  }
  return inherited;
}

async function offer(work: SeedWork, seeds: Seeds, seeded: Seeded, context: SeedContext): Promise<void> {
  const licences = context.contracts.licences.connect(context.signerOf(work.creator));
  for (const slug of work.offers) {
    const terms = termsOf(slug, seeds, context);
    await (await licences.offer(known(seeded.works, work.id), terms)).wait();
    seeded.terms.set(slug, (await licences.termsIdOf(terms)) as Hex);
  }
}

function termsOf(slug: string, seeds: Seeds, { localYuan }: SeedContext) {
  const terms = seeds.terms.find(({ id }) => id === slug);
  if (terms === undefined) throw new LedgerError('terms-unknown', `expected terms of the seeds, got ${slug}`);
  return {
    uses: usesToBits(terms.uses),
    passOn: usesToBits(terms.passOn),
    currency: terms.currency === 'native' ? ZeroAddress : localYuan,
    price: parseUnits(terms.price, 18),
    revenueShareBps: terms.revenueShareBps,
    duration: terms.durationDays * day,
    cap: terms.cap,
    flags: flagsOf(terms),
    documentHash: hashJson(terms),
  };
}

function flagsOf(terms: SeedTerms): number {
  const flags = [
    terms.attribution,
    terms.shareAlike,
    terms.approvalRequired,
    terms.transferable,
    terms.absoluteShare,
  ];
  return flags.reduce((bits, flag, bit) => bits | (Number(flag) << bit), 0);
}

function known<T>(ids: Map<string, T>, slug: string): T {
  const found = ids.get(slug);
  if (found === undefined)
    throw new LedgerError('work-unknown', `expected something seeded before, got ${slug}`);
  return found;
}
