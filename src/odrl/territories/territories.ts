import { iso31661, iso31662 } from 'iso-3166';
import { groups } from './groups.ts';
import { elsewhere, identical } from './otherCodes.ts';
import { regions } from './regions.ts';

/** How two places lie: the first is the other, within it, around it, apart, partly in it, or nobody can tell. */
type TerritoryRelation = 'same' | 'within' | 'around' | 'apart' | 'overlap' | 'open';

/** The countries of ISO 3166-1 that each region and group holds, and each country itself. */
const countries: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...iso31661.map(({ alpha2 }) => [alpha2, new Set([alpha2])] as const),
  ...Object.keys(regions).map((region) => [region, new Set(countriesIn(region))] as const),
  ...Object.entries(groups).map(([group, members]) => [group, new Set(members.split(' '))] as const),
]);

/** Each subdivision of ISO 3166-2 with the place around it: another subdivision, or a country. */
const parents: ReadonlyMap<string, string> = new Map(
  iso31662
    .filter(({ code }) => !(code in identical))
    .map(({ code, parent }) => [code, elsewhere[code] ?? parent] as const),
);

/** Other codes of a place: alpha-3 and numeric of ISO 3166-1, and subdivisions that are a country. */
const aliases: ReadonlyMap<string, string> = new Map([
  ...iso31661.flatMap(({ alpha2, alpha3, numeric }) => [
    [alpha3, alpha2] as const,
    [numeric, alpha2] as const,
  ]),
  ...Object.entries(identical),
]);

/** IRIs that end in a code. */
const forms = [
  /^urn:iso:std:iso:3166:(?:-[123]:)?([A-Z0-9-]+)$/i,
  /^https?:\/\/www\.iso\.org\/obp\/ui\/(?:en\/)?#iso:code:3166:([A-Z0-9-]+)$/i,
  /^https?:\/\/publications\.europa\.eu\/resource\/authority\/country\/([A-Z]{3})$/i,
  /^https?:\/\/unstats\.un\.org\/unsd\/methodology\/m49\/#?(\d{3})$/i,
  /^(?:urn:)?(?:iso3166|iso3166-1|iso3166-2|m49):([A-Z0-9-]+)$/i,
];

/**
 * Finds a place's code by a code or one of the IRIs in use for it; undefined for what is no code, or none that is assigned.
 *
 * @example
 * findTerritory('urn:iso:std:iso:3166:FR') // 'FR', as for fr, FRA, 250
 * findTerritory('CN-HK') // 'HK': ISO 3166-2 lists them as identical
 */
export function findTerritory(name: string): string | undefined {
  const code = forms.map((form) => form.exec(name)?.[1]).find((one) => one !== undefined) ?? name;
  const upper = code.toUpperCase();
  const known = aliases.get(upper) ?? upper;
  return countries.has(known) || parents.has(known) ? known : undefined;
}

/**
 * Whether a text is a code as terms and questions write it: a country (`CN`), a subdivision (`CN-BJ`) or a region of UN
 * M49 (`142`).
 */
export function isTerritory(code: string): boolean {
  if (/^\d{3}$/.test(code)) return Object.hasOwn(regions, code);
  return /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) && findTerritory(code) !== undefined && !(code in groups);
}

/** Codes of places of all kinds: every group, region and country, and what is directly within some. */
export function listPlaces(codes: readonly string[]): string[] {
  const within = [...parents].filter(([, parent]) => codes.includes(parent)).map(([code]) => code);
  return [...countries.keys(), ...within];
}

/**
 * Relates two places by their codes, as `findTerritory` returns them.
 *
 * @example
 * relateTerritories('TW', '030') // 'within'
 * relateTerritories('EU', '150') // 'overlap': CY is in 145
 */
export function relateTerritories(one: string, other: string): TerritoryRelation {
  if (one === other) return 'same';
  const [within, around] = [isInside(one, other), isInside(other, one)];
  if (within || around) return within && around ? 'same' : within ? 'within' : 'around';
  // ISO 3166-2 has England and its counties side by side.
  if (one.startsWith('GB-') && other.startsWith('GB-')) return 'open';
  const members = countries.get(other);
  const shared = [...(countries.get(one) ?? [])].some((country) => members?.has(country));
  return shared ? 'overlap' : 'apart';
}

function isInside(one: string, other: string): boolean {
  for (let at: string | undefined = one; at !== undefined; at = parents.get(at)) {
    if (at === other) return true;
    const [inner, outer] = [countries.get(at), countries.get(other)];
    if (inner !== undefined && outer !== undefined) return [...inner].every((country) => outer.has(country));
  }
  return false;
}

function countriesIn(region: string): string[] {
  return (regions[region] ?? '')
    .split(' ')
    .flatMap((part) => (Object.hasOwn(regions, part) ? countriesIn(part) : [part]));
}
