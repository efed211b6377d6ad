import type { Value } from '../../odrl/Policy.ts';
import { operandIri, type FactValue } from '../../terms/profile/factNames.ts';
import {
  broaderPurposes,
  channelIri,
  channelNames,
  industryIri,
  industryNames,
  mediaIri,
  mediaNames,
  odrl,
  operands,
  purposeIri,
  purposeNames,
  recipientIri,
  recipientNames,
  type Purpose,
} from '../../terms/profile/profile.ts';
import type { Question } from '../Question.ts';

/** Facts by the IRI of their left operand, as documents are asked with them. */
export type Facts = ReadonlyMap<string, readonly Value[]>;

const xsd = (name: string) => `http://www.w3.org/2001/XMLSchema#${name}`;
const [durationType, integerType] = [xsd('duration'), xsd('integer')];
const elapsedTime = odrl('elapsedTime');

/** What the asker stands for. */
export interface Stated {
  facts: Map<string, readonly Value[]>;
  /** The same with each purpose as the wider one that it always is, too; undefined where none is. */
  widened: Map<string, readonly Value[]> | undefined;
}

export function statedFacts(question: Question): Stated {
  const facts = toFacts(question);
  const purposes = listPurposes(question);
  const wider = purposes.map((one) => {
    const name = broaderPurposes[one as Purpose];
    return name ?? one;
  });
  if (wider.every((one, at) => one === purposes[at])) return { facts, widened: undefined };
  return { facts, widened: new Map(facts).set(odrl('purpose'), wider.map(purposeValue)) };
}

function toFacts(question: Question): Map<string, readonly Value[]> {
  const { territory, medium, industry, language, recipient, count, resolution, facts = {} } = question;
  const stated = new Map<string, readonly Value[]>();
  const state = (operand: string, values: readonly Value[]) => {
    if (values.length > 0) stated.set(operand, values);
  };
  state(odrl('purpose'), listPurposes(question).map(purposeValue));
  state(odrl('spatial'), toList(territory).map(codeOrIri));
  state(odrl('deliveryChannel'), iris(medium, channelNames, channelIri, mediaNames));
  state(odrl('media'), iris(medium, mediaNames, mediaIri, channelNames));
  state(odrl('industry'), iris(industry, industryNames, industryIri));
  state(odrl('language'), toList(language).map(codeOrIri));
  state(odrl('recipient'), iris(recipient, recipientNames, recipientIri));
  // The terms count uses, and the one that is asked about is the next.
  if (count !== undefined) state(odrl('count'), [{ text: `${count + 1}`, type: xsd('integer') }]);
  const { dotsPerInch, pixels }: { dotsPerInch?: number | undefined; pixels?: number | undefined } =
    typeof resolution === 'number' ? { dotsPerInch: resolution } : (resolution ?? {});
  if (dotsPerInch !== undefined) state(odrl('resolution'), [toNumber(dotsPerInch)]);
  if (pixels !== undefined) state(odrl('absoluteSize'), [toNumber(pixels)]);
  for (const [name, values] of Object.entries(facts)) {
    state(operandIri(name), (Array.isArray(values) ? values : [values]).map(toValue));
  }
  return stated;
}

export const nothingStated: Stated = { facts: new Map(), widened: undefined };

/**
 * Adds what the ledger knows itself, in place of what it knew of another licence: how long the term of a licence has run,
 * and how many were sold.
 *
 * @param elapsed In seconds.
 */
export function setLedgerFacts({ facts, widened }: Stated, elapsed: number, sold: number): void {
  const run = [{ text: `PT${elapsed}S`, type: durationType }];
  const count = [{ text: `${sold}`, type: integerType }];
  for (const of of widened === undefined ? [facts] : [facts, widened]) {
    of.set(elapsedTime, run);
    of.set(operands.licencesSold, count);
  }
}

/** Names of the profile, and IRIs of others. */
function listPurposes({ purpose }: Question): string[] {
  return toList(purpose).map((name) => (name === 'non-commercial' ? 'nonCommercial' : name));
}

function purposeValue(text: string): Value {
  const name = purposeNames.find((one) => one === text);
  return { iri: name === undefined ? text : purposeIri(name) };
}

/** Names of a list as their IRIs; an IRI is left as it is, a name of the `other` list out. */
function iris<T extends string>(
  given: string | readonly string[] | undefined,
  names: readonly T[],
  iriOf: (name: T) => string,
  others: readonly string[] = [],
): Value[] {
  return toList(given).flatMap((text) => {
    const name = names.find((one) => one === text);
    if (name !== undefined) return [{ iri: iriOf(name) }];
    return others.includes(text) ? [] : [{ iri: text }];
  });
}

function codeOrIri(text: string): Value {
  return text.includes(':') ? { iri: text } : { text, type: xsd('string') };
}

function toValue(value: FactValue): Value {
  if (typeof value === 'string') return { text: value, type: xsd('string') };
  if (typeof value === 'number') return toNumber(value);
  return typeof value === 'boolean' ? { text: `${value}`, type: xsd('boolean') } : value;
}

function toNumber(value: number): Value {
  const text = `${value}`;
  return { text, type: xsd(text.includes('e') ? 'double' : 'decimal') };
}

function toList(given: string | readonly string[] | undefined): readonly string[] {
  if (given === undefined) return [];
  return typeof given === 'string' ? [given] : given;
}
