import type { z } from 'zod';
import { canonicalJson } from '../../src/kernel/json/canonicalJson.ts';
import type { CheckEvidence, HeldLicence, TermsDocument } from '../../src/check/evidence/CheckEvidence.ts';
import { composeOdrl } from '../../src/terms/document/odrl.ts';
import { openTermsDocuments } from '../../src/check/evidence/openTermsDocuments.ts';
import type { Question } from '../../src/check/Question.ts';
import type { Licence, Offer } from '../../src/terms/Terms.ts';
import { TermsDraft } from '../../src/terms/draft/TermsDraft.ts';
import { native, zeroHash, type Hex } from '../../src/kernel/values.ts';
import { useNames } from '../../src/work/Uses.ts';
import type { Work } from '../../src/work/Work.ts';
import { bareWork } from './bareWork.ts';

/** Accounts of tests. */
export const account = (n: number): Hex => `0x${`${n}`.padStart(40, '0')}`;
export const [creator, owner, studio] = [account(1), account(2), account(3)];
export const termsId: Hex = `0x${'a'.repeat(64)}`;

/** A mask that a creator keeps out of training; its holder may display it. */
export const work: Work = {
  ...bareWork,
  workId: 5n,
  creator,
  registrant: creator,
  owner,
  retained: ['aiTraining'],
  ceiling: ['display', 'adapt', 'embedInGame'],
  holderUses: ['display'],
  moralRights: ['attribution'],
  resaleBps: 500,
};
const licence: Licence = {
  workId: 5n,
  termsId,
  licensee: studio,
  uses: ['embedInGame'],
  units: 1,
  revenueShareBps: 0,
  price: 0n,
  currency: native,
  since: 1,
  until: 100,
  revoked: false,
  breach: null,
  block: 1,
  transaction: zeroHash,
};
/** What the studio's licence was sold under. */
export const offer: Offer = {
  workId: 5n,
  termsId,
  terms: {
    uses: 64,
    passOn: 0,
    currency: native,
    price: 0n,
    revenueShareBps: 0,
    duration: 0,
    cap: 0,
    flags: 0,
    documentHash: zeroHash,
  },
  uses: ['embedInGame'],
  passOn: [],
  flags: [],
  open: true,
};

type Draft = Partial<z.input<typeof TermsDraft>>;

/** The document of terms, as an offer of a creator's has it, ready to be asked. */
export async function toDocument(draft: Draft = {}): Promise<TermsDocument> {
  const terms = {
    title: { en: 'Terms' },
    uses: ['embedInGame'],
    currency: native,
    price: '0',
    attribution: false,
  };
  return await read(composeOdrl(TermsDraft.parse({ ...terms, ...draft })));
}

/** A document that permits the use with what is added to the rule: duties, constraints, or another action. */
export async function documentWith(rule: object): Promise<TermsDocument> {
  return await read({
    '@context': 'http://www.w3.org/ns/odrl.jsonld',
    '@type': 'Offer',
    permission: [{ action: ['urn:lianpu:odrl-profile:1#embedInGame'], ...rule }],
  });
}

async function read(document: unknown): Promise<TermsDocument> {
  const bytes = Buffer.from(canonicalJson(document));
  return await openTermsDocuments({ read: () => Promise.resolve(bytes) }).read(zeroHash);
}

const plain = await toDocument({ uses: [...useNames] });

/** A licence of the studio's, under terms that ask for nothing. */
export function held(change: Partial<Licence> = {}, more: Partial<HeldLicence> = {}): HeldLicence {
  const { termsId: id, workId } = { ...licence, ...change };
  return {
    licence: { ...licence, ...change },
    offer: { ...offer, workId, termsId: id },
    document: plain,
    payments: [],
    reported: [],
    sold: 1,
    ...more,
  };
}

/** What is asked, and of what: what a test changes of it. */
export type Change = Partial<
  Pick<CheckEvidence, 'workId' | 'work' | 'held' | 'closing' | 'resting' | 'now'>
> &
  Partial<Omit<Question, 'workId'>>;

/** What the studio's question about the mask is answered from. */
export function asked(change: Change): CheckEvidence {
  const { workId = 5n, work: of, held: has = [], closing = null, resting = null, now = 50, ...rest } = change;
  const question = { licensee: studio, use: 'embedInGame' as const, ...rest };
  return {
    workId,
    block: { number: 9, hash: zeroHash, timestamp: 50 },
    logSize: 4,
    work: 'work' in change ? of : work,
    held: has,
    closing,
    resting,
    now,
    decided: 50,
    chain: { state: 'connected', blocks: 0, seconds: 0 },
    use: question.use,
    question: 'token' in change || 'contentHash' in change ? question : { workId: 5n, ...question },
  };
}
