import { z } from 'zod';
import { hashJson } from '../kernel/json/canonicalJson.ts';
import { Address, Bps, Hash, Texts, WorkId, zeroHash, type Hex } from '../kernel/values.ts';
import { summaryToByte, type AiSummary } from './digitalSourceTypes.ts';
import { labelCodes, Labels, labelsToBits } from './Labels.ts';
import { Claim, Kind, kindNames, Metadata, Traits } from './Metadata.ts';
import {
  inOrder,
  openRegime,
  orderShares,
  Payee,
  Regime,
  type Registration,
  type Source,
} from './Registration.ts';
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

/** The registration and the metadata a draft comes to, the hash of the second in the first. */
export function composeRegistration(
  draft: WorkDraft,
  content: Metadata['content'],
  aiSummary: AiSummary,
  sources: readonly Source[],
): { registration: Registration; metadata: Metadata } {
  const metadata = toMetadata(draft, content, aiSummary, sources);
  return { registration: toRegistration(draft, metadata, hashMetadata(metadata), sources), metadata };
}

/** What is said of a work; its members in the order of canonical JSON. */
export function toMetadata(
  draft: WorkDraft,
  content: Metadata['content'],
  aiSummary: AiSummary,
  sources: readonly Source[],
): Metadata {
  const { labels, description } = draft;
  return {
    aiSummary,
    claims: draft.claims,
    content: { bytes: content.bytes, hash: content.hash, mediaType: content.mediaType },
    creators: draft.creators,
    ...(description === undefined ? {} : { description }),
    kind: draft.kind,
    ...(labels.length === 0 ? {} : { labels: labelCodes.filter((label) => labels.includes(label)) }),
    sources: inOrder(sources).map(({ workId, termsId }) =>
      termsId === zeroHash ? { workId } : { termsId, workId },
    ),
    title: draft.title,
    traits: draft.traits,
    version: 1,
  };
}

/** What is stated on chain of a work whose metadata has a hash. */
export function toRegistration(
  draft: WorkDraft,
  { content, aiSummary }: Metadata,
  metadataHash: Hex,
  sources: readonly Source[],
): Registration {
  return {
    contentHash: content.hash,
    metadataHash,
    kind: kindNames.indexOf(draft.kind),
    retained: usesToBits(draft.retained),
    holderUses: usesToBits(draft.holderUses),
    moralRights: moralRightsToBits(draft.moralRights),
    aiSummary: summaryToByte(aiSummary),
    resaleBps: draft.resaleBps,
    labels: labelsToBits(draft.labels),
    regime: draft.regime ?? openRegime,
    ...orderShares(sources, draft.payees),
  };
}

/** SHA-256 of the metadata's canonical JSON, in which ids are decimal text. */
export function hashMetadata(metadata: Metadata): Hex {
  return hashJson(z.encode(Metadata, metadata));
}
