import { z } from 'zod';
import type { PublicRecord } from '../assistance/record/Assistance.ts';
import { assistanceData, countersignatureData, disclosureData } from '../assistance/record/assistanceData.ts';
import { LoggedCountersignature, type Countersignature } from '../assistance/record/Countersignature.ts';
import { LoggedDisclosure, type DisclosureRecord } from '../assistance/record/DisclosureRecord.ts';
import { LoggedAssistance } from '../assistance/record/LoggedAssistance.ts';
import { toDeclaration, Declaration, type DeclarationDraft } from '../assistance/record/Declaration.ts';
import { requireOpens, type Opening } from '../assistance/record/Opening.ts';
import { requireConsistent } from '../assistance/summary/requireConsistent.ts';
import { summarise } from '../assistance/summary/summarise.ts';
import { parseInput } from '../kernel/json/parseInput.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { TypedData } from '../ports/TypedData.ts';
import type { Hex } from '../kernel/values.ts';
import { makeReader, unseal } from './client/readers.ts';
import { bindSession, type Verb } from './client/bindSession.ts';
import type { Session } from './client/session.ts';
import { requireOpened, requireReaders, withhold, type Disclosing } from './client/withhold.ts';

/** How it is disclosed, and the leaf hash of the record it takes the place of. */
type DeclareOptions = Disclosing & { amends?: Hex | undefined };

/** What AI did and what people did. */
interface AssistanceClient {
  /** Reads a draft, and refuses one that contradicts itself. */
  parseMaking: typeof parseMaking;
  /**
   * Signs and logs how a work of the signer's was made: for everybody, by hash only, or for readers. It has to come
   * to the summary on the token. With `amends` it takes the place of a record that stands.
   *
   * @throws LedgerError `input-invalid`, `work-unknown`, `entry-unknown`, `creator-required`, `assistance-conflict`.
   */
  declare(workId: bigint, draft: DeclarationDraft, options?: DeclareOptions): Promise<LoggedAssistance>;
  /**
   * Countersigns a record that stands, as the provider of a tool it names or as an accredited custodian.
   *
   * @throws LedgerError `entry-unknown`, `provider-required`, `custodian-required`, `assistance-conflict`.
   */
  countersign(
    workId: bigint,
    leafHash: Hex,
    role: Countersignature['role'],
    remark?: string | null,
  ): Promise<LoggedCountersignature>;
  /**
   * Discloses a record of the signer's that was withheld, for everybody.
   *
   * @throws LedgerError `entry-unknown` for an opening of no record of the work, `creator-required`.
   */
  disclose(opening: Opening): Promise<LoggedDisclosure>;
  /**
   * Opens what was encrypted to a reader: the record that stands, or the one of a leaf hash.
   *
   * @returns the opening, checked against what the log holds: with it the reader can prove to others what it says.
   * @throws LedgerError `entry-unknown` where nothing is encrypted, `reader-required`, `assistance-conflict` where
   * something else was encrypted than the log holds.
   */
  open(workId: bigint, identity: string, leafHash?: Hex): Promise<Opening>;
  /**
   * Finds the record that an opening is of, and checks that it says what its author logged.
   *
   * @throws LedgerError `entry-unknown` if the log holds no such commitment, `assistance-conflict`.
   */
  verify(opening: Opening): Promise<LoggedAssistance>;
  /** A new reader's key pair. */
  makeReader: typeof makeReader;
  /** The records of a work, in the order they were logged. */
  of(workId: bigint): Promise<LoggedAssistance[]>;
}

type AssistanceVerbs = Omit<AssistanceClient, 'parseMaking' | 'makeReader'>;

/** What AI did and what people did. */
export function assistanceClient(session: Session): AssistanceClient {
  const verbs = { declare, countersign, disclose, open, verify, of };
  return { ...bindSession<AssistanceVerbs>(session, verbs), parseMaking, makeReader };
}

const declare: Verb<AssistanceVerbs, 'declare'> = async (session, workId, draft, options = {}) => {
  const { account } = await session.signing();
  await requireReaders(options);
  const making = parseMaking(draft, workId);
  const stated: PublicRecord = {
    type: 'assistance',
    version: 1,
    workId,
    author: account,
    amends: options.amends ?? null,
    summary: summarise(making),
    stated: now(),
    disclosure: 'public',
    ...making,
  };
  const record = await withhold(stated, options);
  return await send(session, LoggedAssistance, '/v1/assistance', record, assistanceData);
};

const countersign: Verb<AssistanceVerbs, 'countersign'> = async (
  session,
  workId,
  leafHash,
  role,
  remark = null,
) => {
  const { account } = await session.signing();
  const record: Countersignature = {
    type: 'countersignature',
    version: 1,
    workId,
    author: account,
    countersigns: leafHash,
    role,
    remark,
    stated: now(),
  };
  return await send(session, LoggedCountersignature, '/v1/countersignatures', record, countersignatureData);
};

const disclose: Verb<AssistanceVerbs, 'disclose'> = async (session, opening) => {
  const { account } = await session.signing();
  const { leafHash } = requireOpened(await of(session, opening.record.workId), opening);
  const record: DisclosureRecord = {
    type: 'disclosure',
    version: 1,
    workId: opening.record.workId,
    author: account,
    discloses: leafHash,
    opening,
    stated: now(),
  };
  return await send(session, LoggedDisclosure, '/v1/disclosures', record, disclosureData);
};

const open: Verb<AssistanceVerbs, 'open'> = async (session, workId, identity, leafHash) => {
  const found = (await of(session, workId)).findLast((one) =>
    leafHash === undefined
      ? one.amendedBy === null && one.record.disclosure === 'readers'
      : one.leafHash === leafHash,
  );
  if (found?.record.disclosure !== 'readers') {
    throw new LedgerError('entry-unknown', message('errors.sealed-record', { workId }));
  }
  const opening = await unseal(found.record.sealed, identity);
  requireOpens(found.record, opening);
  return opening;
};

const verify: Verb<AssistanceVerbs, 'verify'> = async (session, opening) =>
  requireOpened(await of(session, opening.record.workId), opening);

const of: Verb<AssistanceVerbs, 'of'> = async (session, workId) => {
  const answer = z.object({ records: z.array(LoggedAssistance) });
  return (await session.http.get(answer, `/v1/works/${workId}/assistance`)).records;
};

/**
 * A making as its creator wrote it, before anything is signed.
 *
 * @throws LedgerError `input-invalid`, naming the step and the field; `assistance-conflict`.
 */
function parseMaking(draft: DeclarationDraft, workId?: bigint): Declaration {
  const making = parseInput(Declaration, toDeclaration(draft));
  requireConsistent(making, workId);
  return making;
}

async function send<T, A extends z.ZodType>(
  session: Session,
  answer: A,
  path: string,
  record: T,
  dataOf: (where: Pick<Awaited<ReturnType<Session['signing']>>, 'deployment'>, record: T) => TypedData,
): Promise<z.output<A>> {
  const { signer, deployment } = await session.signing();
  const { domain, types, message } = dataOf({ deployment }, record);
  const signature = await signer.signTypedData(domain, types, message);
  return await session.http.post(answer, path, { chainId: deployment.chainId, record, signature });
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
