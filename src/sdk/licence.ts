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
  TermsDraft,
  termsIdOf,
} from '../terms/Terms.ts';
import type { Origin } from '../kernel/values.ts';
import { requireNoOverlap } from '../terms/draft/requireNoOverlap.ts';
import { FoundTerms } from '../terms/FoundTerms.ts';
import type { Language } from '../terms/languages.ts';
import { CrawlerRules } from '../terms/crawlers/CrawlerRules.ts';
import { Hash, type Hex } from '../kernel/values.ts';
import { domainOf, Nonces } from '../work/Registration.ts';
import { Work } from '../work/Work.ts';
import type { Purchase } from './client/send.ts';
import { sent } from './client/sent.ts';
import { signatureLife, type Session } from './client/session.ts';

/** Documents that a creator brings beside a draft. */
interface BroughtDocuments {
  /** An ODRL document, in place of the one that the draft comes to: it has to agree with the draft's chain fields. */
  document?: unknown;
  /** Documents that it inherits from, where the service has not kept them before. */
  inherited?: unknown[] | undefined;
}

/** Offer terms, acquire licences, ask before a use. */
export function licenceClient(session: Session) {
  const { http } = session;
  const offers = async (workId: bigint): Promise<Offer[]> =>
    (await http.get(z.object({ offers: z.array(Offer) }), `/v1/works/${workId}/offers`)).offers;
  return {
    /**
     * Offers a work of the signer's under terms, by a signature that the service relays.
     *
     * @returns With what the service does not understand of the document: checks that come to it cannot tell.
     * @throws LedgerError `input-invalid`, `policy-invalid`, `terms-disagree`, `use-retained`, `use-above-ceiling`,
     * `work-unknown`, `creator-required`, ….
     */
    offer: async (
      workId: bigint,
      draft: z.input<typeof TermsDraft>,
      brought: BroughtDocuments = {},
    ): Promise<z.output<typeof Offered>> => {
      const { signer, account, deployment } = await session.signing();
      const wanted = parseInput(TermsDraft, draft);
      const { document, inherited } = plainJson(brought);
      const { creator } = await http.get(Work, `/v1/works/${workId}`);
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
      const termsId = termsIdOf(terms);
      return await session.inTurn('offer', async () => {
        const { offer } = await http.get(Nonces, `/v1/accounts/${account}/nonces`);
        const nonce = offer;
        const deadline = Math.floor(Date.now() / 1000) + signatureLife;
        const message = { workId, termsId, nonce, deadline };
        const signature = await signer.signTypedData(domainOf(chainId, licences), offerTypes, message);
        const body = { chainId, workId, terms, document: named, inherited, deadline, signature };
        return await http.post(Offered, '/v1/offers', body);
      });
    },
    offers,
    /** Terms in full: as the contracts have them, as an ODRL document, and in sentences. */
    terms: (termsId: Hex, language: Language = 'en'): Promise<FoundTerms> =>
      http.get(FoundTerms, `/v1/terms/${termsId}`, { language }),
    /**
     * What a site that shows a work says to crawlers, from all open offers of the work.
     *
     * @param path Where the site shows it, such as `/masks/`; everywhere unless given.
     */
    crawlers: (workId: bigint, path?: string): Promise<CrawlerRules> =>
      http.get(CrawlerRules, `/v1/works/${workId}/crawlers`, { path, service: http.url }),
    /**
     * Buys units of a licence of a work for the signer or somebody else, or renews it, with the signer's own
     * transaction. The price goes to the work; an ERC-20 price is allowed to the royalty ledger first, to the last unit
     * and no more. A licence that ends is renewed for all its units, and more than are held begin a new
     * term; to one without end units are added.
     *
     * @throws LedgerError `licence-not-offered`, `price-changed`, `approval-required`, `units-invalid`,
     * `licence-outlives-source`, ….
     */
    acquire: async (workId: bigint, termsId: Hex, purchase: Purchase = {}): Promise<Origin> => {
      const offer = (await offers(workId)).find((one) => one.termsId === termsId);
      if (offer === undefined || termsIdOf(offer.terms) !== termsId) {
        throw new LedgerError('licence-not-offered', message('errors.terms-offered', { workId, termsId }));
      }
      const { sendAcquire } = await import('./client/send.ts');
      return await session.seen(await sendAcquire(session, workId, offer.terms, purchase));
    },
    /** Ends an offer of a work of the signer's; licences already sold stand. */
    withdraw: (workId: bigint, termsId: Hex): Promise<Origin> =>
      sent(session, ({ licences: registry }) => registry.withdraw(workId, termsId)),
    /** Asks the creator to approve the signer, where terms ask for it. Creators find it in `approvals`. */
    requestApproval: (workId: bigint, termsId: Hex): Promise<Origin> =>
      sent(session, ({ licences: registry }) => registry.requestApproval(workId, termsId)),
    /** Approves a licensee of a work of the signer's where terms ask for it, or takes that back. */
    approve: (workId: bigint, termsId: Hex, licensee: Hex, approved = true): Promise<Origin> =>
      sent(session, ({ licences: registry }) => registry.approve(workId, termsId, licensee, approved)),
    /** Who asked to be approved as a licensee of a work, and what was answered. */
    approvals: async (workId: bigint): Promise<Approval[]> => {
      const answer = z.object({ approvals: z.array(Approval) });
      return (await http.get(answer, `/v1/works/${workId}/approvals`)).approvals;
    },
    /**
     * Passes units of the signer's licence on, where the terms let it, for the rest of its time.
     *
     * @param units All that the signer holds unless given.
     * @throws LedgerError `licence-not-transferable`, `licence-in-breach`, `units-invalid`, `approval-required`,
     * `licence-missing`, ….
     */
    transfer: (workId: bigint, termsId: Hex, to: Hex, units?: number): Promise<Origin> =>
      sent(session, async ({ licences: registry }, { account }) => {
        const wanted = units ?? (await registry.licenceOf(workId, termsId, account)).units;
        return await registry.transfer(workId, termsId, to, wanted);
      }),
    /**
     * Says that a licensee of a work of the signer's broke its licence, and stores what happened under its hash. The
     * licensee has 14 days to cure it.
     *
     * @param what In words, with where it can be seen.
     * @throws LedgerError `creator-required`, `licence-missing`, `licence-expired`, `licence-in-breach` for one that is
     * recorded already.
     */
    recordBreach: async (
      workId: bigint,
      termsId: Hex,
      licensee: Hex,
      breach: Breach,
      what: string,
    ): Promise<Origin & { evidence: Hex }> => {
      const report = { version: 1, workId: `${workId}`, termsId, licensee, breach, what };
      const document = canonicalJson(z.encode(BreachReport, parseInput(BreachReport, report)));
      const bytes = new TextEncoder().encode(document);
      const evidence = hashBytes(bytes);
      const reason = breachNames.indexOf(breach) + 1;
      const origin = await sent(session, ({ licences: registry }) =>
        registry.recordBreach(workId, termsId, licensee, reason, evidence),
      );
      await http.putBytes(z.object({ hash: Hash }), `/v1/files/${evidence}`, bytes);
      return { ...origin, evidence };
    },
    /** Takes a recorded breach back: it was cured, or there was none. */
    forgiveBreach: (workId: bigint, termsId: Hex, licensee: Hex): Promise<Origin> =>
      sent(session, ({ licences: registry }) => registry.forgiveBreach(workId, termsId, licensee)),
    /**
     * Ends a licence whose recorded breach was not cured in time. Nothing is paid back, and the licensee can acquire
     * again only when it is approved.
     *
     * @throws LedgerError `breach-missing`, `breach-curable` while there is time, `creator-required`, ….
     */
    revoke: (workId: bigint, termsId: Hex, licensee: Hex): Promise<Origin> =>
      sent(session, ({ licences: registry }) => registry.revoke(workId, termsId, licensee)),
    /**
     * The same of any number of questions, asked a thousand at a time and answered in their order. A bad one gets a
     * problem (RFC 9457), with a `code`, in place of an answer.
     *
     * @example
     * for await (const answer of checkAll(questions)) if ('code' in answer) console.error(answer.detail);
     */
    checkAll: async function* (
      questions: Iterable<unknown> | AsyncIterable<unknown>,
    ): AsyncGenerator<CheckResult> {
      for await (const some of groupsOf(questions, mostChecks)) {
        yield* (await http.post(CheckResults, '/v1/checks/bulk', { questions: some })).answers;
      }
    },
    /**
     * What happened to works after a block: to those that are named, and to those an account has licences of.
     *
     * @returns `through`, the block up to which all is told: the next question's `since`.
     */
    changes: async (
      since: number,
      { licensee, workIds = [] }: ChangeFilter,
    ): Promise<Omit<Changes, 'more'>> => {
      const all: Changes['changes'] = [];
      for (let from = since; ;) {
        const query = { since: from, licensee, work: workIds };
        const { changes, through, more } = await http.get(Changes, '/v1/changes', query);
        all.push(...changes);
        if (!more) return { changes: all, through };
        from = through;
      }
    },
    /**
     * Asks whether an account may put a work to a use. A refusal is an answer; what it rests on is in it.
     *
     * @param options `explain` adds what was looked at, in order; `receipt` has the service sign the answer and log it.
     * @throws LedgerError `input-invalid` for what is no question.
     */
    check: (
      question: z.input<typeof Question> | Question,
      options: { explain?: boolean; receipt?: boolean } = {},
    ): Promise<CheckAnswer> => http.post(CheckAnswer, '/v1/checks', { ...question, ...options }),
    /**
     * A receipt with all that proves it: write it to a file, and `lianpu verify` checks it without this service.
     *
     * @param index Its place in the log, as the answer said.
     * @throws LedgerError `entry-unanchored` before an anchor covers it: ask again after the next.
     */
    receipt: (index: number): Promise<ReceiptFile> => http.get(ReceiptFile, `/v1/receipts/${index}`),
    licences: async (filter: { workId?: bigint; licensee?: Hex }): Promise<Licence[]> =>
      (await http.get(z.object({ licences: z.array(Licence) }), '/v1/licences', filter)).licences,
  };
}

async function* groupsOf<T>(items: Iterable<T> | AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
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
