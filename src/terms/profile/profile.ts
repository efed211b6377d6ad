import { native, type Hex } from '../../kernel/values.ts';
import { useNames, type Use } from '../../work/Uses.ts';

/** The ODRL 2.2 profile of Lianpu's terms; `profile.jsonld` is the same for machines. */
export const profileIri = 'urn:lianpu:odrl-profile:1';

const namespaces = {
  odrl: 'http://www.w3.org/ns/odrl/2/',
  cc: 'http://creativecommons.org/ns#',
} as const;

/** The IRI of a term of the profile itself. */
export function own(name: string): string {
  return `${profileIri}#${name}`;
}

/** The IRI of a term of ODRL 2.2. */
export function odrl(name: string): string {
  return `${namespaces.odrl}${name}`;
}

/** The IRI of a term of Creative Commons' rights expression language (ccREL). */
export function cc(name: string): string {
  return `${namespaces.cc}${name}`;
}

/** Each use of a work as an action: ODRL's own (Vocabulary 2.2, section 4) where there is one. */
export const useActions: Record<Use, string> = {
  display: odrl('display'),
  reproduce: odrl('reproduce'),
  distribute: odrl('distribute'),
  perform: odrl('present'),
  adapt: odrl('derive'),
  merchandise: own('merchandise'),
  embedInGame: own('embedInGame'),
  broadcast: own('broadcast'),
  textAndDataMining: own('textAndDataMining'),
  aiTraining: own('aiTraining'),
  aiGeneration: own('aiGeneration'),
};

/** What may be forbidden by name beside the uses: parts of them, and what is often asked about. */
export const otherActions = {
  generativeTraining: own('generativeTraining'),
  search: odrl('index'),
  archive: odrl('archive'),
  modify: odrl('modify'),
  print: odrl('print'),
  sell: odrl('sell'),
  stream: odrl('stream'),
  translate: odrl('translate'),
} as const;
export type OtherAction = keyof typeof otherActions;

export function isUse(action: Use | OtherAction): action is Use {
  return useNames.some((use) => use === action);
}

/** Rules about the licence itself, not about the work: what a derivative may pass on, who may hold it, how many. */
export const licenceActions = {
  passOn: own('passOn'),
  transferLicence: own('transferLicence'),
  acquireLicence: own('acquireLicence'),
} as const;

/** What can be a duty, a remedy or a consequence. */
export const dutyActions = {
  attribute: odrl('attribute'),
  compensate: odrl('compensate'),
  delete: odrl('delete'),
  inform: odrl('inform'),
  obtainConsent: odrl('obtainConsent'),
  reportUsage: own('reportUsage'),
  shareAlike: cc('ShareAlike'),
  watermark: odrl('watermark'),
} as const;

/** Left operands of the profile, beside those of ODRL. */
export const operands = {
  attributionText: own('attributionText'),
  copies: own('copies'),
  impressions: own('impressions'),
  items: own('items'),
  licencesSold: own('licencesSold'),
  owedByDescendants: own('owedByDescendants'),
  prints: own('prints'),
  revenueShareBps: own('revenueShareBps'),
  use: own('use'),
} as const;

export const purposeNames = [
  'commercial',
  'nonCommercial',
  'advertising',
  'education',
  'heritagePreservation',
  'news',
  'personal',
  'research',
] as const;
export const channelNames = [
  'broadcastTelevision',
  'cinema',
  'exhibition',
  'game',
  'mobileApp',
  'physicalGoods',
  'printPublication',
  'socialMedia',
  'streaming',
  'website',
] as const;
export const mediaNames = [
  'audio',
  'digital',
  'image',
  'paper',
  'textile',
  'threeDimensional',
  'video',
] as const;
export const industryNames = [
  'artificialIntelligence',
  'education',
  'fashion',
  'filmAndTelevision',
  'games',
  'museums',
  'publishing',
  'tourism',
  'toys',
] as const;
export const recipientNames = ['public', 'staff', 'students', 'subscribers'] as const;

export type Purpose = (typeof purposeNames)[number];
type Channel = (typeof channelNames)[number];
type Media = (typeof mediaNames)[number];
type Industry = (typeof industryNames)[number];
type Recipient = (typeof recipientNames)[number];

export const purposeIri = (name: Purpose): string => own(`purpose-${name}`);
export const channelIri = (name: Channel): string => own(`channel-${name}`);
export const mediaIri = (name: Media): string => own(`media-${name}`);
export const industryIri = (name: Industry): string => own(`industry-${name}`);
export const recipientIri = (name: Recipient): string => own(`recipient-${name}`);

/** Units of what is not money. */
export const units = { pixel: own('pixel'), dotsPerInch: own('dotsPerInch') } as const;

/** What a narrower purpose is always, too: whoever advertises is after gain. */
export const broaderPurposes: Partial<Record<Purpose, Purpose>> = {
  advertising: 'commercial',
  personal: 'nonCommercial',
};

/**
 * Purposes with those they are always, too: what a check has to hold against a document.
 *
 * @example
 * withBroader(['advertising']) // ['advertising', 'commercial']
 */
export function withBroader(purposes: readonly Purpose[]): Purpose[] {
  const all = purposes.flatMap((one) => [one, broaderPurposes[one]]);
  return [...new Set(all.filter((one) => one !== undefined))];
}

/** What a currency is called in a document: `urn:lianpu:currency:native`, or by the token's address. */
export function currencyIri(currency: string): string {
  return `urn:lianpu:currency:${currency === native ? 'native' : currency}`;
}

/** The currency in such an IRI; undefined for any other. */
export function parseCurrencyIri(iri: string): Hex | undefined {
  if (iri === currencyIri(native)) return native;
  const [, address] = /^urn:lianpu:currency:(0x[0-9a-f]{40})$/.exec(iri) ?? [];
  return address as Hex | undefined;
}
