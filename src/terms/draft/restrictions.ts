import { z } from 'zod';
import { Address, Amount } from '../../kernel/values.ts';
import { useNames } from '../../work/Uses.ts';
import {
  channelNames,
  industryNames,
  mediaNames,
  otherActions,
  purposeNames,
  recipientNames,
  type OtherAction,
} from '../profile/profile.ts';
import { isTerritory } from '../../odrl/territories/territories.ts';
import { expects, fault } from '../../kernel/json/fault.ts';

// What a document can say beyond what a contract enforces. Every field may be left out: then it is not restricted.

/** Some of a kind: only those of `only`, or all but those of `except`. */
function choice<const T extends z.ZodType>(one: T) {
  const list = z.array(one).min(1).max(64).refine(isSet, fault('errors.item-twice'));
  return z
    .strictObject({ only: list.optional(), except: list.optional() })
    .refine(
      ({ only, except }) => (only === undefined) !== (except === undefined),
      fault('errors.only-or-except'),
    )
    .optional();
}

function isSet(list: readonly unknown[]): boolean {
  return new Set(list).size === list.length;
}

/** A territory: `CN` (ISO 3166-1), `CN-BJ` (ISO 3166-2) or `142` (a region of UN M49). */
const Territory = z.string().refine(isTerritory, expects('errors.a-territory'));

/** An instant of XML Schema (`dateTimeStamp`): a date and time that says its zone. */
const Instant = z.iso.datetime({
  offset: true,
  error: expects('errors.an-instant'),
});

const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/, expects('errors.a-language-tag'));

/** Somebody outside the profile's groups, by an IRI such as `urn:lianpu:account:0x…` or an address of the web. */
const PartyIri = z
  .string()
  .max(500)
  .regex(
    /^(https:\/\/|did:|urn:)[^\s<>"{}|\\^`]+$/,
    expects('errors.one-of-or-iri', { values: recipientNames }),
  );

const Count = z.int().min(1).max(Number.MAX_SAFE_INTEGER);
/** Days: deadlines and periods, at most ten years. */
const Days = z.int().min(1).max(3650);

export const limitNames = ['uses', 'copies', 'prints', 'items', 'impressions'] as const;

/** What is done instead or in addition when something went wrong. */
export const Step = z
  .strictObject({
    do: z.enum(['compensate', 'delete', 'inform', 'attribute', 'obtainConsent']),
    /** Of `compensate` alone: in the currency's smallest unit. */
    amount: Amount.optional(),
    currency: Address.optional(),
    /** By when, in days from what went wrong. */
    withinDays: Days.optional(),
  })
  .refine(
    ({ do: action, amount, currency }) =>
      [amount, currency].every((given) => (given !== undefined) === (action === 'compensate')),
    fault('errors.step-amount'),
  );
export type Step = z.output<typeof Step>;
const Steps = z.array(Step).min(1).max(8).optional();

const actionNames = [...useNames, ...(Object.keys(otherActions) as OtherAction[])] as const;

/** What must not be done: always, or for some purposes or in some territories. */
const Forbidden = z.strictObject({
  actions: z.array(z.enum(actionNames)).min(1).refine(isSet, fault('errors.item-twice')),
  purposes: z.array(z.enum(purposeNames)).min(1).optional(),
  territories: z.array(Territory).min(1).optional(),
  /** What repairs it if it was done. */
  remedies: Steps,
});
type Forbidden = z.output<typeof Forbidden>;

/** Duties that a draft can say more of; `pay` is the share of revenue. */
export const dutyNames = [
  'attribute',
  'shareAlike',
  'obtainConsent',
  'pay',
  'reportUsage',
  'inform',
  'watermark',
] as const;

/** More about a duty: by when, how often, and what follows where it is not done. */
export const DraftDuty = z.strictObject({
  duty: z.enum(dutyNames),
  /** By when, in days from the use; of what comes again, from the end of each period. */
  withinDays: Days.optional(),
  everyDays: Days.optional(),
  consequences: Steps,
});
export type DraftDuty = z.output<typeof DraftDuty>;

/** The fields of a draft that only its document says. */
export const restrictionShape = {
  purposes: choice(z.enum(purposeNames)),
  territories: choice(Territory),
  channels: choice(z.enum(channelNames)),
  media: choice(z.enum(mediaNames)),
  industries: choice(z.enum(industryNames)),
  /** Languages that it may be shown in, or made for. */
  languages: choice(LanguageTag),
  /** Who may get it from the licensee. */
  recipients: choice(z.union([z.enum(recipientNames), PartyIri])),
  /** When it may be used, whenever the licence was acquired; both ends are within. */
  window: z
    .strictObject({ notBefore: Instant.optional(), notAfter: Instant.optional() })
    .refine((window) => Object.keys(window).length > 0, fault('errors.window-empty'))
    .refine(
      ({ notBefore, notAfter }) =>
        notBefore === undefined || notAfter === undefined || Date.parse(notBefore) < Date.parse(notAfter),
      fault('errors.window-order'),
    )
    .optional(),
  /** At most so many, over all, by one licensee. */
  limits: z
    .partialRecord(z.enum(limitNames), Count)
    .refine((limits) => Object.keys(limits).length > 0, fault('errors.limits-empty'))
    .optional(),
  /** The finest rendition: pixels of the longer side, dots per inch. */
  resolution: z
    .strictObject({ pixels: Count.optional(), dotsPerInch: Count.optional() })
    .refine((finest) => Object.keys(finest).length > 0, fault('errors.resolution-empty'))
    .optional(),
  forbidden: z.array(Forbidden).min(1).max(32).optional(),
  duties: z
    .array(DraftDuty)
    .min(1)
    .refine((duties) => isSet(duties.map(({ duty }) => duty)), fault('errors.duty-twice'))
    .optional(),
  /** What holds where a permission meets a prohibition; the prohibition, unless said otherwise. */
  conflict: z.enum(['perm', 'prohibit', 'invalid']).optional(),
};

/** Documents whose rules these terms have, too, by the SHA-256 of their canonical JSON. */
export const maxInherited = 8;
