import type { Entry, Log } from '../../log/Log.ts';
import type { SourceFacts } from '../ports.ts';
import { decodeDocument } from '../../kernel/json/parseInput.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { hexId, zeroHash, type Hex } from '../../kernel/values.ts';
import { summaryFromByte } from '../digitalSourceTypes.ts';
import { labelsFromBits } from '../Labels.ts';
import { kindNames, Metadata } from '../Metadata.ts';
import { openRegime, type Source } from '../Registration.ts';
import { decodeRegistrationPayload, type LoggedPayload } from './registrationPayload.ts';
import { usesFromBits, type Use } from '../Uses.ts';
import { moralRightsFromBits, type Work } from '../Work.ts';
import { computeWorkId } from '../computeWorkId.ts';
import { ownCeiling } from './WorkLine.ts';

/** A registration as the log holds it. */
interface LoggedRegistration {
  entry: Entry;
  payload: LoggedPayload;
  creator: Hex;
}

/** A work's registration in the log. What the creator says counts before what an operator vouches for. */
export function findLogged(log: Pick<Log, 'entriesOf'>, workId: bigint): LoggedRegistration | undefined {
  const found = log.entriesOf('registration', hexId(workId)).map((entry) => {
    const payload = decodeRegistrationPayload(entry.payload);
    return { entry, payload, creator: findCreator(workId, entry, payload.registration.contentHash) };
  });
  return found.find(isByCreator) ?? found[0];
}

/** Whether the creator speaks, or an operator for a creator who has said nothing. */
export function isByCreator({ entry, creator }: LoggedRegistration): boolean {
  return entry.envelope.author === creator;
}

/** A work that is in the log and not minted yet, as it would stand if it were minted now. */
export async function loggedWork(
  facts: SourceFacts,
  workId: bigint,
  { entry, payload, creator }: LoggedRegistration,
): Promise<Work> {
  const { registration: r, termsId } = payload;
  const parents = await listParents(facts, r.sources, creator);
  const ends = parents.map(({ until }) => until).filter((until) => until !== null);
  const labels = labelsFromBits(r.labels);
  return {
    workId,
    kind: kindNames[r.kind] ?? 'opera-mask',
    creator,
    registrant: creator,
    owner: creator,
    contentHash: r.contentHash,
    metadataHash: r.metadataHash,
    retained: usesFromBits(r.retained),
    ceiling: usesFromBits(ownCeiling(r)).filter((use) => parents.every(({ passes }) => passes(use))),
    holderUses: usesFromBits(r.holderUses),
    moralRights: moralRightsFromBits(r.moralRights),
    aiSummary: summaryFromByte(r.aiSummary),
    resaleBps: r.resaleBps,
    labels,
    labelled: labels.length > 0 || parents.some(({ labelled }) => labelled),
    regime: r.regime.registrar === openRegime.registrar ? null : r.regime,
    until: ends.length === 0 ? null : Math.min(...ends),
    frozen: false,
    shareAlike: parents.some(({ shareAlike }) => shareAlike),
    owesAbsolute: parents.some(({ owesAbsolute }) => owesAbsolute),
    vouched: null,
    registered: null,
    logged: {
      index: entry.index,
      author: entry.envelope.author,
      termsId: termsId === zeroHash ? null : termsId,
    },
  };
}

/** A licence's flag that what is made under it is shared alike (contracts/licence/Terms.sol). */
const shareAlike = 2;

/** What the sources of a work let pass, by the licences its creator holds of them now. */
async function listParents(facts: SourceFacts, sources: readonly Source[], creator: Hex) {
  const parents = [];
  for (const { workId, termsId, absolute } of sources) {
    const source = await facts.workOf(workId);
    if (source === undefined) continue;
    const terms = termsId === zeroHash ? undefined : await facts.termsOf(termsId);
    const held = (await facts.licencesOf({ workId, licensee: creator })).find(
      (one) => one.termsId === termsId,
    );
    const ends = [source.until, held?.until ?? null].filter((until) => until !== null);
    parents.push({
      passes: (use: Use) =>
        source.ceiling.includes(use) && (terms === undefined || usesFromBits(terms.passOn).includes(use)),
      until: ends.length === 0 ? null : Math.min(...ends),
      labelled: source.labelled,
      shareAlike: source.shareAlike || ((terms?.flags ?? 0) & shareAlike) !== 0,
      owesAbsolute: source.owesAbsolute || absolute,
    });
  }
  return parents;
}

/**
 * Whose work it is: who speaks for it, or one of the accounts its metadata names, whichever the id is made of.
 *
 * @throws LedgerError `store-corrupt` if it is none of them.
 */
function findCreator(workId: bigint, { envelope, document }: Entry, contentHash: Hex): Hex {
  const isCreator = (account: Hex) => computeWorkId(account, contentHash) === workId;
  if (isCreator(envelope.author)) return envelope.author;
  const named = decodeDocument(Metadata, document).creators.map(({ account }) => account);
  const creator = named.find((account) => account !== undefined && isCreator(account));
  if (creator === undefined) {
    throw new LedgerError('store-corrupt', message('errors.record-creator', { workId }));
  }
  return creator;
}
