import { z } from 'zod';
import type { LoggedAssistance } from '../assistance/record/LoggedAssistance.ts';
import type { DeclarationDraft } from '../assistance/record/Declaration.ts';
import { deriveSourceType } from '../assistance/summary/deriveSourceType.ts';
import { canonicalJson, hashBytes } from '../kernel/json/canonicalJson.ts';
import { parseInput } from '../kernel/json/parseInput.ts';
import { Minting } from '../bulk/Minting.ts';
import { listFlags, computeTermsId } from '../terms/Terms.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import { Hash, Origin, WorkId, zeroHash, type Hex } from '../kernel/values.ts';
import { Accreditation } from '../work/Accreditation.ts';
import { Metadata, type Kind } from '../work/Metadata.ts';
import {
  toDomain,
  Nonces,
  registrationTypes,
  Shares,
  type Registration,
  type Source,
} from '../work/Registration.ts';
import { DescribedWork } from '../work/Work.ts';
import { composeRegistration, WorkDraft } from '../work/WorkDraft.ts';
import { computeWorkId } from '../work/computeWorkId.ts';
import { maxContentBytes, detectMediaType } from '../work/mediaType.ts';
import { assistanceClient } from './assistance.ts';
import { licenceClient } from './licence.ts';
import type { Call } from './client/send.ts';
import { sent } from './client/sent.ts';
import { bindSession, type Verb } from './client/bindSession.ts';
import { signatureLife, type Session } from './client/session.ts';
import { requireReaders, type Disclosing } from './client/withhold.ts';

const Registered = Origin.extend({ workId: WorkId });
const ListedWorks = z.object({ works: z.array(DescribedWork), all: z.int() });
const Stored = z.object({ hash: Hash, bytes: z.int() });

/** A work to register: what its creator says of it, its file, and what AI did. */
interface WorkInput {
  draft: z.input<typeof WorkDraft>;
  bytes: Uint8Array;
  /** How it was made; nothing is declared where no steps are given. */
  making?: DeclarationDraft;
}

export interface RegisteredWork {
  workId: bigint;
  block: number;
  transaction: Hex;
  /** The logged record, if it was said how the work was made. */
  assistance: LoggedAssistance | null;
}

/** Works: register them, find them, fetch their files. */
interface WorkClient {
  /**
   * Registers a work by the signer's signature, which the service relays: no gas money is needed. The file is
   * uploaded, and how it was made is declared if `making` is given; its digital source type stands on the token.
   *
   * With `disclosing` not everybody can read how it was made; with `ownTransaction` the signer sends and pays for the registration itself, and needs the service for nothing
   * but the index of sources and the keeping of the files.
   *
   * @throws LedgerError `input-invalid`, `shares-exceed-whole`, `source-not-licensed` or `licence-missing`,
   * `content-too-large`, `media-type-unsupported`, `work-conflict`, ….
   */
  register(
    draft: z.input<typeof WorkDraft>,
    bytes: Uint8Array,
    making?: DeclarationDraft,
    options?: { ownTransaction?: boolean; disclosing?: Disclosing },
  ): Promise<RegisteredWork>;
  /**
   * Registers several works of the signer's by one transaction of its own: all or none. No work of them can be a
   * source of another.
   *
   * @throws LedgerError what `register` throws.
   */
  registerMany(works: readonly WorkInput[]): Promise<RegisteredWork[]>;
  /**
   * Brings a work's end up to date with the licences it was made under, which were renewed, ran out or were revoked
   * since. Anybody may. A source that was itself made under licences is revised first.
   *
   * @throws LedgerError `work-unknown`.
   */
  reviseEnd(workId: bigint): Promise<Origin>;
  /**
   * Mints a work that was logged: its creator gets the token, and the signer pays for the gas.
   *
   * @throws LedgerError `work-conflict` for one that is minted, `entry-unanchored` while no anchor covers it.
   */
  mint(workId: bigint): Promise<Origin>;
  /**
   * Passes the token of a work on. Where it is restricted its regime is asked first, so that nothing is paid for a
   * transfer that would be refused.
   *
   * @throws LedgerError `holder-required`, `holder-not-attested`, `regime-refused`, `work-unknown`.
   */
  transfer(workId: bigint, to: Hex): Promise<Origin>;
  /**
   * Vouches for a holder of restricted tokens, or no longer; for accredited registrars.
   *
   * @throws LedgerError `registrar-required`.
   */
  attest(holder: Hex, attested?: boolean): Promise<Origin>;
  /** What an account is trusted with, and which registrars vouch for it. */
  accreditation(account: Hex): Promise<Accreditation>;

  /** A work with its metadata. */
  find(workId: bigint): Promise<z.output<typeof DescribedWork>>;

  /** Works in the order they were registered, and how many there are in all. */
  list(filter?: {
    kind?: Kind;
    creator?: Hex;
    after?: bigint;
    limit?: number;
  }): Promise<z.output<typeof ListedWorks>>;
  /** The bytes a hash on chain names: a work's content, a document. */
  /** The bytes of a file by their SHA-256. */
  file(hash: Hex): Promise<Uint8Array>;
}

/** Works: register them, find them, fetch their files. */
export function workClient(session: Session): WorkClient {
  return bindSession<WorkClient>(session, {
    register,
    registerMany,
    reviseEnd,
    mint,
    transfer,
    attest,
    accreditation,
    find,
    list,
    file,
  });
}

const register: Verb<WorkClient, 'register'> = async (session, draft, bytes, making = [], options = {}) => {
  const { account } = await session.signing();
  await requireReaders(options.disclosing ?? {});
  const composed = await compose(session, { draft, bytes, making });
  const { registration, metadata } = composed;
  let origin: Origin;
  if (options.ownTransaction === true) {
    origin = await sendOwn(session, [composed]);
    await storeMetadata(session, composed);
  } else origin = await relay(session, registration, metadata);
  const workId = computeWorkId(account, registration.contentHash);
  return { workId, ...origin, assistance: await bring(session, workId, composed, options.disclosing) };
};

const registerMany: Verb<WorkClient, 'registerMany'> = async (session, works) => {
  const { account } = await session.signing();
  const composed: ComposedWork[] = [];
  for (const work of works) composed.push(await compose(session, work));
  const origin = await sendOwn(session, composed);
  const registered: RegisteredWork[] = [];
  for (const one of composed) {
    await storeMetadata(session, one);
    const workId = computeWorkId(account, one.registration.contentHash);
    registered.push({ workId, ...origin, assistance: await bring(session, workId, one) });
  }
  return registered;
};

const reviseEnd: Verb<WorkClient, 'reviseEnd'> = async (session, workId) => {
  const shares = await session.http.get(Shares, `/v1/works/${workId}/shares`);
  return await sent(session, (contracts) => contracts.works.reviseEnd(workId, shares));
};

const mint: Verb<WorkClient, 'mint'> = async (session, workId) => {
  const mint: Call = async ({ works }) => {
    const minting = await session.http.get(Minting, `/v1/works/${workId}/minting`);
    const { creator, registration, sourceShares, logged, terms } = minting;
    return await works.registerFromLog(creator, registration, sourceShares, logged, terms);
  };
  try {
    return await sent(session, mint);
  } catch (error) {
    // A newer anchor came between the proof and the sending, and asks for a proof of its own.
    if (!(error instanceof LedgerError && error.code === 'entry-not-proven')) throw error;
    return await sent(session, mint);
  }
};

const transfer: Verb<WorkClient, 'transfer'> = (session, workId, to) =>
  sent(session, async (contracts, { account }) => {
    await contracts.works.requireTransferable(workId, to);
    return await contracts.works.transferFrom(account, to, workId);
  });

const attest: Verb<WorkClient, 'attest'> = (session, holder, attested = true) =>
  sent(session, ({ accreditations }) => accreditations.attest(holder, attested));

const accreditation: Verb<WorkClient, 'accreditation'> = (session, account) =>
  session.http.get(Accreditation, `/v1/accounts/${account}/accreditation`);

const find: Verb<WorkClient, 'find'> = (session, workId) =>
  session.http.get(DescribedWork, `/v1/works/${workId}`);

const list: Verb<WorkClient, 'list'> = (session, filter = {}) =>
  session.http.get(ListedWorks, '/v1/works', filter);

const file: Verb<WorkClient, 'file'> = (session, hash) => session.http.getBytes(`/v1/files/${hash}`);

interface ComposedWork {
  registration: Registration;
  metadata: Metadata;
  bytes: Uint8Array;
  making: DeclarationDraft;
}

/** What is stated of a work, as it is signed or sent. */
async function compose(session: Session, { draft, bytes, making = [] }: WorkInput): Promise<ComposedWork> {
  // The service refuses it only when it is uploaded, and by then the work is on the chain.
  if (bytes.length > maxContentBytes) throw tooLarge(bytes.length);
  const wanted = parseInput(WorkDraft, draft);
  const content = { hash: hashBytes(bytes), mediaType: detectMediaType(bytes), bytes: bytes.length };
  const summary = isEmpty(making)
    ? 'undeclared'
    : deriveSourceType(assistanceClient(session).parseMaking(making).steps);
  const sources = await listSources(session, wanted);
  return { ...composeRegistration(wanted, content, summary, sources), bytes, making };
}

/** Brings the file of a work that is registered, and what AI did. */
async function bring(
  session: Session,
  workId: bigint,
  { registration, bytes, making }: ComposedWork,
  disclosing: Disclosing = {},
): Promise<LoggedAssistance | null> {
  await session.http.putBytes(Stored, `/v1/files/${registration.contentHash}`, bytes);
  return isEmpty(making) ? null : await assistanceClient(session).declare(workId, making, disclosing);
}

function isEmpty(making: DeclarationDraft): boolean {
  return 'length' in making && making.length === 0;
}

/** Has the service send what the creator signed. */
async function relay(session: Session, registration: Registration, metadata: Metadata): Promise<Origin> {
  const { signer, account, deployment } = await session.signing();
  const { chainId, works } = deployment;
  return await session.inTurn('registration', async () => {
    const nonces = await session.http.get(Nonces, `/v1/accounts/${account}/nonces`);
    const deadline = Math.floor(Date.now() / 1000) + signatureLife;
    const message = { ...registration, creator: account, nonce: nonces.registration, deadline };
    const signature = await signer.signTypedData(toDomain(chainId, works), registrationTypes, message);
    const body = { chainId, creator: account, registration, metadata, deadline, signature };
    const { block, transaction } = await session.http.post(Registered, '/v1/works', body);
    return { block, transaction };
  });
}

/** Sends registrations as the creator's own transaction. */
async function sendOwn(session: Session, works: readonly ComposedWork[]): Promise<Origin> {
  const registrations = works.map(({ registration }) => registration);
  const sourceShares: Shares[][] = [];
  for (const { sources } of registrations) sourceShares.push(await findAbsoluteShares(session, sources));
  const [one] = registrations;
  return await sent(session, (contracts) =>
    registrations.length === 1 && one !== undefined
      ? contracts.works.register(one, sourceShares[0] ?? [])
      : contracts.works.registerMany(registrations, sourceShares),
  );
}

/** The shares of each source that owes an absolute share, in the order of the sources. */
async function findAbsoluteShares({ http }: Session, sources: readonly Source[]): Promise<Shares[]> {
  const shares: Shares[] = [];
  for (const { workId } of sources) {
    const { owesAbsolute } = await http.get(DescribedWork, `/v1/works/${workId}`);
    if (owesAbsolute) shares.push(await http.get(Shares, `/v1/works/${workId}/shares`));
  }
  return shares;
}

/** Brings the metadata that a registration names by hash. */
async function storeMetadata({ http }: Session, { registration, metadata }: ComposedWork): Promise<void> {
  const document = new TextEncoder().encode(canonicalJson(z.encode(Metadata, metadata)));
  await http.putBytes(Stored, `/v1/files/${registration.metadataHash}`, document);
}

/** A licence says what its licensor is owed at least; one's own work is owed nothing. */
async function listSources(session: Session, draft: WorkDraft): Promise<Source[]> {
  const sources: Source[] = [];
  for (const { workId, termsId, shareBps } of draft.sources) {
    if (termsId === undefined) {
      sources.push({ workId, termsId: zeroHash, shareBps: shareBps ?? 0, absolute: false });
      continue;
    }
    const offer = (await licenceClient(session).offers(workId)).find((one) => one.termsId === termsId);
    // What a licence costs a derivative is said by the terms themselves, not by the service.
    if (offer === undefined || computeTermsId(offer.terms) !== termsId) {
      throw new LedgerError('terms-unknown', message('errors.terms-offered-ever', { workId, termsId }));
    }
    sources.push({
      workId,
      termsId,
      shareBps: shareBps ?? offer.terms.revenueShareBps,
      absolute: listFlags(offer.terms).includes('absoluteShare'),
    });
  }
  return sources;
}

function tooLarge(got: number): LedgerError {
  return new LedgerError('content-too-large', message('errors.file-size', { most: maxContentBytes, got }), {
    details: { expected: maxContentBytes, got },
  });
}
