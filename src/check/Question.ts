import { z } from 'zod';
import { Address, Hash, WorkId } from '../kernel/values.ts';
import { Use } from '../work/Uses.ts';
import { StatedFacts } from '../terms/profile/factNames.ts';
import { isTerritory } from '../odrl/territories/territories.ts';
import {
  channelNames,
  industryNames,
  mediaNames,
  purposeNames,
  recipientNames,
} from '../terms/profile/profile.ts';
import { expects, fault } from '../kernel/json/fault.ts';

/** What a use can be for, as people write it; `nonCommercial` is the profile's own spelling. */
export const purposes = [
  'commercial',
  'non-commercial',
  ...purposeNames.filter((name) => name !== 'commercial'),
] as const;

/** Where a use can be shown or sold: the channels and the media of the profile. */
export const mediums = [...channelNames, ...mediaNames] as const;

/** Names of the profile, or IRIs of somebody else's vocabulary; one or several. */
function named<const T extends readonly string[]>(names: T) {
  const Name = z
    .string()
    .max(500)
    .refine(
      (text) => names.includes(text) || isIri(text),
      expects('errors.one-of-or-iri', { values: names }),
    );
  return z.union([Name, z.array(Name).min(1).max(32)]).optional();
}

/** A country or a part of it (ISO 3166-1 and -2), a region (UN M49), or an IRI. */
const Territory = z
  .string()
  .max(500)
  .refine((text) => isTerritory(text) || isIri(text), expects('errors.a-territory-or-iri'));

/** BCP 47. */
const Language = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, expects('errors.a-language-tag'))
  .max(100);

/**
 * An instant, with its zone: without one nobody knows which it is (RFC 3339, 5.6).
 *
 * @example '2026-08-01T12:00:00Z', '2026-08-01T20:00:00+08:00'
 */
const Instant = z
  .string()
  .refine(
    (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text) && isDay(text),
    expects('errors.an-instant'),
  );

/** A token of a contract (CAIP-19). */
const TokenName = z
  .string()
  .regex(/^eip155:[1-9]\d{0,15}\/erc721:0x[0-9a-fA-F]{40}\/(0|[1-9]\d{0,77})$/, expects('errors.a-token'));
const Token = z.union([TokenName, z.strictObject({ contract: Address, tokenId: WorkId })]);

/**
 * "May this account put this work to this use, here, for this?"
 *
 * What is not said is not guessed: where terms depend on it, the answer is that nobody can tell, and what to say.
 */
export const Question = z
  .strictObject({
    /** The work: by its id, by its token, or by the file itself. One of the three. */
    workId: WorkId.optional(),
    token: Token.optional(),
    /** SHA-256 of the file. */
    contentHash: Hash.optional(),
    /** Who asks; null is nobody. */
    licensee: Address.nullable().default(null),
    use: Use,
    /** What it is for: everything that applies. */
    purpose: named(purposes),
    /** Where it happens, or reaches: all of it. */
    territory: z.union([Territory, z.array(Territory).min(1).max(300)]).optional(),
    medium: named(mediums),
    industry: named(industryNames),
    language: z.union([Language, z.array(Language).min(1).max(100)]).optional(),
    /** Who gets it. */
    recipient: named(recipientNames),
    /** When it happens; now unless given. */
    time: Instant.optional(),
    /** How often it was put to the use before: the next one is asked about. */
    count: z.int().min(0).optional(),
    /** In dots per inch, or in pixels of the longer side. */
    resolution: z
      .union([
        z.number().positive(),
        z
          .strictObject({
            pixels: z.number().positive().optional(),
            dotsPerInch: z.number().positive().optional(),
          })
          .refine(
            ({ pixels, dotsPerInch }) => pixels !== undefined || dotsPerInch !== undefined,
            fault('errors.resolution-empty'),
          ),
      ])
      .optional(),
    /** Whatever else terms may ask for. */
    facts: StatedFacts.optional(),
  })
  .refine(
    ({ workId, token, contentHash }) =>
      [workId, token, contentHash].filter((one) => one !== undefined).length === 1,
    { error: fault('errors.work-named-once'), path: ['workId'] },
  );
export type Question = z.output<typeof Question>;

/** A question as the service takes it, with what is asked for beside the answer. */
export const CheckRequest = Question.safeExtend({
  /** What was looked at, in order. */
  explain: z.boolean().optional(),
  /** The answer signed by the service and appended to the log. */
  receipt: z.boolean().optional(),
});

function isIri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/.test(text);
}

/** Whether there is such a day, hour and zone. */
function isDay(text: string): boolean {
  const time = Date.parse(text);
  if (Number.isNaN(time) || time < 0) return false;
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}
