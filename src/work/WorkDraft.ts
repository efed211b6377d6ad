import { z } from 'zod';
import { hashBytes, hashJson } from '../canonical.ts';
import { Address, Bps, Hash, Texts, WorkId, zeroHash, type Hex } from '../values.ts';
import { summaryToByte, type AiSummary } from './digitalSourceTypes.ts';
import { labelCodes, Labels, labelsToBits } from './Labels.ts';
import { Claim, Kind, kindNames, Metadata, Traits } from './Metadata.ts';
import { openRegime, orderShares, Payee, Regime, type Registration, type Source } from './Registration.ts';
import { Uses, usesToBits } from './Uses.ts';
import { MoralRight, moralRightsToBits } from './Work.ts';

/** What is left out of a regime restricts nothing. */
const RegimeDraft = Regime.extend({
  minHolding: Regime.shape.minHolding.default(0),
  maxTransfers: Regime.shape.maxTransfers.default(0),
});

/** What a creator writes to register a work. What is left out is what most creators want. */
export const WorkDraft = z.strictObject({
  title: Texts,
  description: Texts.optional(),
  kind: Kind,
  creators: z
    .array(z.strictObject({ name: Texts, account: Address.optional() }))
    .min(1)
    .max(32),
  traits: Traits.default({}),
  claims: z.array(Claim).max(64).default([]),
  /** The works it was made from; `termsId` names the licence, and none is needed for one's own. */
  sources: z
    .array(
      z.strictObject({
        workId: WorkId,
        termsId: Hash.optional(),
        /** More than the licence asks for, if the creator wants to give more. */
        shareBps: Bps.optional(),
      }),
    )
    .max(16)
    .default([]),
  retained: Uses.default(['aiTraining', 'aiGeneration']),
  holderUses: Uses.default(['display']),
  moralRights: z.array(MoralRight).default(['attribution', 'integrity', 'disclosure']),
  resaleBps: Bps.max(9_999).default(500),
  /** Conditions of a community on its own heritage element, by the codes of Local Contexts, such as `TK NC`. */
  labels: Labels.default([]),
  /** How the token may be traded; open unless given. */
  regime: RegimeDraft.optional(),
  /** Empty means the creator alone. */
  payees: z.array(Payee).max(32).default([]),
});
export type WorkDraft = z.output<typeof WorkDraft>;

/** A file a work consists of, and what it is. */
export interface Content {
  bytes: Uint8Array;
  mediaType: string;
}

/** The registration and the metadata a draft comes to, the hash of the second in the first. */
export function composeRegistration(
  draft: WorkDraft,
  content: Content,
  aiSummary: AiSummary,
  sources: readonly Source[],
): { registration: Registration; metadata: Metadata } {
  const ordered = orderShares(sources, draft.payees);
  const metadata: Metadata = {
    version: 1,
    title: draft.title,
    ...(draft.description === undefined ? {} : { description: draft.description }),
    kind: draft.kind,
    creators: draft.creators,
    sources: ordered.sources.map(({ workId, termsId }) =>
      termsId === zeroHash ? { workId } : { workId, termsId },
    ),
    traits: draft.traits,
    claims: draft.claims,
    ...(draft.labels.length === 0
      ? {}
      : { labels: labelCodes.filter((label) => draft.labels.includes(label)) }),
    content: {
      hash: hashBytes(content.bytes),
      mediaType: content.mediaType,
      bytes: content.bytes.length,
    },
    aiSummary,
  };
  const registration: Registration = {
    contentHash: metadata.content.hash,
    metadataHash: hashMetadata(metadata),
    kind: kindNames.indexOf(draft.kind),
    retained: usesToBits(draft.retained),
    holderUses: usesToBits(draft.holderUses),
    moralRights: moralRightsToBits(draft.moralRights),
    aiSummary: summaryToByte(aiSummary),
    resaleBps: draft.resaleBps,
    labels: labelsToBits(draft.labels),
    regime: draft.regime ?? openRegime,
    ...ordered,
  };
  return { registration, metadata };
}

/** SHA-256 of the metadata's canonical JSON, in which ids are decimal text. */
export function hashMetadata(metadata: Metadata): Hex {
  return hashJson(z.encode(Metadata, metadata));
}
