import { z } from 'zod';
import { canonicalJson, hashBytes } from '../kernel/json/canonicalJson.ts';
import { parseInput } from '../kernel/json/parseInput.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import { Changes, type ChangeFilter } from '../check/changes/Change.ts';
import { CheckResults, mostChecks, type CheckResult } from '../check/CheckResult.ts';
import type { Question } from '../check/Question.ts';
import { CheckAnswer, ReceiptFile } from '../check/receipt/Receipt.ts';
import { breachNames, BreachReport, type Breach } from '../terms/Breach.ts';
import {
  Approval,
  composeTerms,
  Licence,
  Offer,
  Offered,
  offerTypes,
  computeTermsId,
} from '../terms/Terms.ts';
import { TermsDraft } from '../terms/draft/TermsDraft.ts';
import type { Origin } from '../kernel/values.ts';
import { requireNoOverlap } from '../terms/draft/requireNoOverlap.ts';
import { FoundTerms } from '../terms/FoundTerms.ts';
import type { Language } from '../messages/languages.ts';
import { CrawlerRules } from '../terms/crawlers/CrawlerRules.ts';
import { Hash, type Hex } from '../kernel/values.ts';
import { toDomain, Nonces } from '../work/Registration.ts';
import { Work } from '../work/Work.ts';
import type { Purchase } from './client/send.ts';
import { sent } from './client/sent.ts';
import { bindSession, type Verb } from './client/bindSession.ts';
import { signatureLife, type Session } from './client/session.ts';

/** Documents that a creator brings beside a draft. */
interface BroughtDocuments {
  /** An ODRL document, in place of the one that the draft comes to: it has to agree with the draft's chain fields. */
  document?: unknown;
  /** Documents that it inherits from, where the service has not kept them before. */
  inherited?: unknown[] | undefined;
}

/** Offer terms, acquire licences, ask before a use. */
interface LicenceClient {
  /**
   * Offers a work of the signer's under terms, by a signature that the service relays.
   *
   * @returns With what the service does not understand of the document: checks that come to it cannot tell.
   * @throws LedgerError `input-invalid`, `policy-invalid`, `terms-disagree`, `use-retained`, `use-above-ceiling`,
   * `work-unknown`, `creator-required`, ….
   */
  offer(
    workId: bigint,
    draft: z.input<typeof TermsDraft>,
    brought?: BroughtDocuments,
  ): Promise<z.output<typeof Offered>>;

  offers(workId: bigint): Promise<Offer[]>;
  /** Terms in full: as the contracts have them, as an ODRL document, and in sentences. */
  terms(termsId: Hex, language?: Language): Promise<FoundTerms>;
  /**
   * What a site that shows a work says to crawlers, from all open offers of the work.
   *
   * @param path Where the site shows it, such as `/masks/`; everywhere unless given.
   */
  crawlers(workId: bigint, path?: string): Promise<CrawlerRules>;
  /**
   * Buys units of a licence of a work for the signer or somebody else, or renews it, with the signer's own
   * transaction. The price goes to the work; an ERC-20 price is allowed to the royalty ledger first, to the last unit
   * and no more. A licence that ends is renewed for all its units, and more than are held begin a new
   * term; to one without end units are added.
   *
   * @throws LedgerError `licence-not-offered`, `price-changed`, `approval-required`, `units-invalid`,
   * `licence-outlives-source`, ….
   */
  acquire(workId: bigint, termsId: Hex, purchase?: Purchase): Promise<Origin>;
  /** Ends an offer of a work of the signer's; licences already sold stand. */
  withdraw(workId: bigint, termsId: Hex): Promise<Origin>;
  /** Asks the creator to approve the signer, where terms ask for it. Creators find it in `approvals`. */
  requestApproval(workId: bigint, termsId: Hex): Promise<Origin>;
  /** Approves a licensee of a work of the signer's where terms ask for it, or takes that back. */
  approve(workId: bigint, termsId: Hex, licensee: Hex, approved?: boolean): Promise<Origin>;
  /** Who asked to be approved as a licensee of a work, and what was answered. */
  approvals(workId: bigint): Promise<Approval[]>;
  /**
   * Passes units of the signer's licence on, where the terms let it, for the rest of its time.
   *
   * @param units All that the signer holds unless given.
   * @throws LedgerError `licence-not-transferable`, `licence-in-breach`, `units-invalid`, `approval-required`,
   * `licence-missing`, ….
   */
  transfer(workId: bigint, termsId: Hex, to: Hex, units?: number): Promise<Origin>;
  /**
   * Says that a licensee of a work of the signer's broke its licence, and stores what happened under its hash. The
   * licensee has 14 days to cure it.
   *
   * @param what In words, with where it can be seen.
   * @throws LedgerError `creator-required`, `licence-missing`, `licence-expired`, `licence-in-breach` for one that is
   * recorded already.
   */
  recordBreach(
    workId: bigint,
    termsId: Hex,
    licensee: Hex,
    breach: Breach,
    what: string,
  ): Promise<Origin & { evidence: Hex }>;
  /** Takes a recorded breach back: it was cured, or there was none. */
  forgiveBreach(workId: bigint, termsId: Hex, licensee: Hex): Promise<Origin>;
  /**
   * Ends a licence whose recorded breach was not cured in time. Nothing is paid back, and the licensee can acquire
   * again only when it is approved.
   *
   * @throws LedgerError `breach-missing`, `breach-curable` while there is time, `creator-required`, ….
   */
  revoke(workId: bigint, termsId: Hex, licensee: Hex): Promise<Origin>;
  /**
   * The same of any number of questions, asked a thousand at a time and answered in their order. A bad one gets a
   * problem (RFC 9457), with a `code`, in place of an answer.
   *
   * @example
   * for await (const answer of checkAll(questions)) if ('code' in answer) console.error(answer.detail);
   */
  checkAll(questions: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<CheckResult>;
  /**
   * What happened to works after a block: to those that are named, and to those an account has licences of.
   *
   * @returns `through`, the block up to which all is told: the next question's `since`.
   */
  changes(since: number, options: ChangeFilter): Promise<Omit<Changes, 'more'>>;
  /**
   * Asks whether an account may put a work to a use. A refusal is an answer; what it rests on is in it.
   *
   * @param options `explain` adds what was looked at, in order; `receipt` has the service sign the answer and log it.
   * @throws LedgerError `input-invalid` for what is no question.
   */
  check(
    question: z.input<typeof Question> | Question,
    options?: { explain?: boolean; receipt?: boolean },
  ): Promise<CheckAnswer>;
  /**
   * A receipt with all that proves it: write it to a file, and `lianpu verify` checks it without this service.
   *
   * @param index Its place in the log, as the answer said.
   * @throws LedgerError `entry-unanchored` before an anchor covers it: ask again after the next.
   */
  receipt(index: number): Promise<ReceiptFile>;

  licences(filter: { workId?: bigint; licensee?: Hex }): Promise<Licence[]>;
}

/** Offer terms, acquire licences, ask before a use. */
export function licenceClient(session: Session): LicenceClient {
  return bindSession<LicenceClient>(session, {
    offer,
    offers,
    terms,
    crawlers,
    acquire,
    withdraw,
    requestApproval,
    approve,
    approvals,
    transfer,
    recordBreach,
    forgiveBreach,
    revoke,
    checkAll,
    changes,
    check,
    receipt,
    licences,
  });
}

const offer: Verb<LicenceClient, 'offer'> = async (session, workId, draft, brought = {}) => {
  const { signer, account, deployment } = await session.signing();
  const wanted = parseInput(TermsDraft, draft);
  const { document, inherited } = plainJson(brought);
  const { creator } = await session.http.get(Work, `/v1/works/${workId}`);
  if (creator !== account) {
    throw new LedgerError(
      'creator-required',
      message('errors.work-creator', { expected: creator, workId, got: account }),
      {
        details: { expected: creator, got: account },
      },
    );
  }
  if (document !== undefined) requireNoOverlap(wanted, document);
  const { terms, document: named } = composeTerms(wanted, document);
  const { chainId, licences } = deployment;
  const termsId = computeTermsId(terms);
  return await session.inTurn('offer', async () => {
    const { offer } = await session.http.get(Nonces, `/v1/accounts/${account}/nonces`);
    const nonce = offer;
    const deadline = Math.floor(Date.now() / 1000) + signatureLife;
    const message = { workId, termsId, nonce, deadline };
    const signature = await signer.signTypedData(toDomain(chainId, licences), offerTypes, message);
    const body = { chainId, workId, terms, document: named, inherited, deadline, signature };
    return await session.http.post(Offered, '/v1/offers', body);
  });
};

const offers: Verb<LicenceClient, 'offers'> = async (session, workId) =>
  (await session.http.get(z.object({ offers: z.array(Offer) }), `/v1/works/${workId}/offers`)).offers;

const terms: Verb<LicenceClient, 'terms'> = (session, termsId, language = 'en') =>
  session.http.get(FoundTerms, `/v1/terms/${termsId}`, { language });

const crawlers: Verb<LicenceClient, 'crawlers'> = (session, workId, path) =>
  session.http.get(CrawlerRules, `/v1/works/${workId}/crawlers`, { path, service: session.http.url });

const acquire: Verb<LicenceClient, 'acquire'> = async (session, workId, termsId, purchase = {}) => {
  const offer = (await offers(session, workId)).find((one) => one.termsId === termsId);
  if (offer === undefined || computeTermsId(offer.terms) !== termsId) {
    throw new LedgerError('licence-not-offered', message('errors.terms-offered', { workId, termsId }));
  }
  const { sendAcquire } = await import('./client/send.ts');
  return await session.seen(await sendAcquire(session, workId, offer.terms, purchase));
};

const withdraw: Verb<LicenceClient, 'withdraw'> = (session, workId, termsId) =>
  sent(session, ({ licences: registry }) => registry.withdraw(workId, termsId));

const requestApproval: Verb<LicenceClient, 'requestApproval'> = (session, workId, termsId) =>
  sent(session, ({ licences: registry }) => registry.requestApproval(workId, termsId));

const approve: Verb<LicenceClient, 'approve'> = (session, workId, termsId, licensee, approved = true) =>
  sent(session, ({ licences: registry }) => registry.approve(workId, termsId, licensee, approved));

const approvals: Verb<LicenceClient, 'approvals'> = async (session, workId) => {
  const answer = z.object({ approvals: z.array(Approval) });
  return (await session.http.get(answer, `/v1/works/${workId}/approvals`)).approvals;
};

const transfer: Verb<LicenceClient, 'transfer'> = (session, workId, termsId, to, units) =>
  sent(session, async ({ licences: registry }, { account }) => {
    const wanted = units ?? (await registry.licenceOf(workId, termsId, account)).units;
    return await registry.transfer(workId, termsId, to, wanted);
  });

const recordBreach: Verb<LicenceClient, 'recordBreach'> = async (
  session,
  workId,
  termsId,
  licensee,
  breach,
  what,
) => {
  const report = { version: 1, workId: `${workId}`, termsId, licensee, breach, what };
  const document = canonicalJson(z.encode(BreachReport, parseInput(BreachReport, report)));
  const bytes = new TextEncoder().encode(document);
  const evidence = hashBytes(bytes);
  const reason = breachNames.indexOf(breach) + 1;
  const origin = await sent(session, ({ licences: registry }) =>
    registry.recordBreach(workId, termsId, licensee, reason, evidence),
  );
  await session.http.putBytes(z.object({ hash: Hash }), `/v1/files/${evidence}`, bytes);
  return { ...origin, evidence };
};

const forgiveBreach: Verb<LicenceClient, 'forgiveBreach'> = (session, workId, termsId, licensee) =>
  sent(session, ({ licences: registry }) => registry.forgiveBreach(workId, termsId, licensee));

const revoke: Verb<LicenceClient, 'revoke'> = (session, workId, termsId, licensee) =>
  sent(session, ({ licences: registry }) => registry.revoke(workId, termsId, licensee));

const checkAll: Verb<LicenceClient, 'checkAll'> = async function* (session, questions) {
  for await (const some of toGroups(questions, mostChecks)) {
    yield* (await session.http.post(CheckResults, '/v1/checks/bulk', { questions: some })).answers;
  }
};

const changes: Verb<LicenceClient, 'changes'> = async (session, since, { licensee, workIds = [] }) => {
  const all: Changes['changes'] = [];
  for (let from = since; ;) {
    const query = { since: from, licensee, work: workIds };
    const { changes, through, more } = await session.http.get(Changes, '/v1/changes', query);
    all.push(...changes);
    if (!more) return { changes: all, through };
    from = through;
  }
};

const check: Verb<LicenceClient, 'check'> = (session, question, options = {}) =>
  session.http.post(CheckAnswer, '/v1/checks', { ...question, ...options });

const receipt: Verb<LicenceClient, 'receipt'> = (session, index) =>
  session.http.get(ReceiptFile, `/v1/receipts/${index}`);

const licences: Verb<LicenceClient, 'licences'> = async (session, filter) =>
  (await session.http.get(z.object({ licences: z.array(Licence) }), '/v1/licences', filter)).licences;

async function* toGroups<T>(items: Iterable<T> | AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** What JSON carries of a value, so that what is signed is what is sent. */
function plainJson(brought: BroughtDocuments): BroughtDocuments {
  return JSON.parse(JSON.stringify(brought)) as BroughtDocuments;
}
