import { z } from 'zod';
import { type AssistanceStep, type LoggedAssistance } from '../assistance/Assistance.ts';
import { summarise } from '../assistance/summarise.ts';
import { canonicalJson } from '../canonical.ts';
import { parseInput } from '../document.ts';
import { flagsOf, termsIdOf } from '../licence/Terms.ts';
import { LedgerError } from '../error.ts';
import { Hash, Origin, WorkId, zeroHash, type Hex } from '../values.ts';
import { Metadata, type Kind } from '../work/Metadata.ts';
import {
  domainOf,
  Nonces,
  registrationTypes,
  Shares,
  type Registration,
  type Source,
} from '../work/Registration.ts';
import { DescribedWork } from '../work/Work.ts';
import { composeRegistration, WorkDraft } from '../work/WorkDraft.ts';
import { workIdOf } from '../work/workIdOf.ts';
import { maxContentBytes, mediaTypeOf } from '../work/mediaType.ts';
import { assistanceClient } from './assistance.ts';
import { licenceClient } from './licence.ts';
import { signatureLife, type Session } from './session.ts';

const Registered = Origin.extend({ workId: WorkId });
const Stored = z.object({ hash: Hash, bytes: z.int() });

export interface RegisteredWork {
  workId: bigint;
  block: number;
  transaction: Hex;
  /** The logged record, if steps were given. */
  assistance: LoggedAssistance | null;
}

/** Works: register them, find them, fetch their files. */
export function workClient(session: Session) {
  const { http } = session;
  return {
    /**
     * Registers a work by the signer's signature, which the service relays: no gas money is needed. The file is
     * uploaded, and what AI did is declared if `steps` are given; its summary stands on the token.
     *
     * With `ownTransaction` the signer sends and pays for the registration itself, and needs the service for nothing
     * but the index of sources and the keeping of the files.
     *
     * @throws LedgerError `input-invalid`, `shares-exceed-whole`, `source-not-licensed` or `licence-missing`,
     * `content-too-large`, `media-type-unsupported`, `work-conflict`, ….
     */
    register: async (
      draft: z.input<typeof WorkDraft>,
      bytes: Uint8Array,
      steps: readonly z.input<typeof AssistanceStep>[] = [],
      options: { ownTransaction?: boolean } = {},
    ): Promise<RegisteredWork> => {
      // The service refuses it only when it is uploaded, and by then the work is on the chain.
      if (bytes.length > maxContentBytes) throw tooLarge(bytes.length);
      const { account } = await session.signing();
      const wanted = parseInput(WorkDraft, draft);
      const assistance = assistanceClient(session);
      const parsed = assistance.parseSteps(steps);
      const content = { bytes, mediaType: mediaTypeOf(bytes) };
      const summary = parsed.length === 0 ? 'undeclared' : summarise(parsed);
      const sources = await sourcesOf(session, wanted);
      const { registration, metadata } = composeRegistration(wanted, content, summary, sources);
      const origin = await (options.ownTransaction === true ? sendOwn : relay)(
        session,
        registration,
        metadata,
      );
      const workId = workIdOf(account, registration.contentHash);
      await http.putBytes(Stored, `/v1/files/${registration.contentHash}`, bytes);
      const logged = parsed.length === 0 ? null : await assistance.declare(workId, steps);
      return { workId, ...origin, assistance: logged };
    },
    find: (workId: bigint) => http.get(DescribedWork, `/v1/works/${workId}`),
    list: (filter: { kind?: Kind; creator?: Hex; after?: bigint; limit?: number } = {}) =>
      http.get(z.object({ works: z.array(DescribedWork), all: z.int() }), '/v1/works', filter),
    /** The bytes a hash on chain names: a work's content, a document. */
    file: (hash: Hex) => http.getBytes(`/v1/files/${hash}`),
  };
}

/** Has the service send what the creator signed. */
async function relay(session: Session, registration: Registration, metadata: Metadata): Promise<Origin> {
  const { signer, account, deployment } = await session.signing();
  const { chainId, works } = deployment;
  return await session.inTurn('registration', async () => {
    const nonces = await session.http.get(Nonces, `/v1/accounts/${account}/nonces`);
    const deadline = Math.floor(Date.now() / 1000) + signatureLife;
    const message = { ...registration, creator: account, nonce: nonces.registration, deadline };
    const signature = await signer.signTypedData(domainOf(chainId, works), registrationTypes, message);
    const body = { chainId, creator: account, registration, metadata, deadline, signature };
    const { block, transaction } = await session.http.post(Registered, '/v1/works', body);
    return { block, transaction };
  });
}

/** Sends the registration as the creator's own transaction, then brings the metadata its hash is of. */
async function sendOwn(session: Session, registration: Registration, metadata: Metadata): Promise<Origin> {
  const { http } = session;
  const sourceShares: Shares[] = [];
  for (const { workId } of registration.sources) {
    const { owesAbsolute } = await http.get(DescribedWork, `/v1/works/${workId}`);
    if (owesAbsolute) sourceShares.push(await http.get(Shares, `/v1/works/${workId}/shares`));
  }
  const { sendRegistration } = await import('./send.ts');
  const origin = await session.seen(await sendRegistration(session, registration, sourceShares));
  const document = new TextEncoder().encode(canonicalJson(z.encode(Metadata, metadata)));
  await http.putBytes(Stored, `/v1/files/${registration.metadataHash}`, document);
  return origin;
}

/** A licence says what its licensor is owed at least; one's own work is owed nothing. */
async function sourcesOf(session: Session, draft: WorkDraft): Promise<Source[]> {
  const sources: Source[] = [];
  for (const { workId, termsId, shareBps } of draft.sources) {
    if (termsId === undefined) {
      sources.push({ workId, termsId: zeroHash, shareBps: shareBps ?? 0, absolute: false });
      continue;
    }
    const offer = (await licenceClient(session).offers(workId)).find((one) => one.termsId === termsId);
    // What a licence costs a derivative is said by the terms themselves, not by the service.
    if (offer === undefined || termsIdOf(offer.terms) !== termsId) {
      throw new LedgerError(
        'terms-unknown',
        `expected terms that work ${workId} was offered under, got ${termsId}`,
      );
    }
    sources.push({
      workId,
      termsId,
      shareBps: shareBps ?? offer.terms.revenueShareBps,
      absolute: flagsOf(offer.terms).includes('absoluteShare'),
    });
  }
  return sources;
}

function tooLarge(got: number): LedgerError {
  return new LedgerError(
    'content-too-large',
    `expected a file of at most ${maxContentBytes} bytes, got ${got}`,
    { details: { expected: maxContentBytes, got } },
  );
}
