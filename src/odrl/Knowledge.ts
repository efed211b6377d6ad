import type { Ontology } from './Ontology.ts';
import { no, unknown, yes, type Truth } from './Truth.ts';
import { actionParents, includingActions, leftOperands, prefixes, type ValueKind } from './vocabulary.ts';

/** ODRL's vocabulary and what is given beside it, ready to be asked. */
export interface Knowledge {
  /** Whether a name of a profile or a property is understood. */
  understands: (name: string) => boolean;
  /** The kind of a left operand's values; undefined for one that is not understood. */
  kindOf: (operand: string) => ValueKind | undefined;
  isAction: (name: string) => boolean;
  /** Whether a rule about an action is about each known action; a name that is not in it may be anything. */
  reachOf: (action: string, forbids: boolean) => ReadonlyMap<string, Truth>;
  /** Whether anything is said of a thing, be it only that others are within it. */
  isKnown: (name: string) => boolean;
  /** Whether a thing is another, or within it. */
  isWithin: (name: string, other: string) => boolean;
}

/** That a policy keeps to the Core Vocabulary (Information Model 3.4). */
const coreProfile = 'http://www.w3.org/ns/odrl/2/core';

/**
 * Left operands that are the day of the week of the time asked about: ODRL has none, and its formal semantics uses one of
 * an example vocabulary.
 */
export const daysOfWeek: ReadonlySet<string> = new Set([
  ...['http://www.w3.org/2006/time#', prefixes.schema, 'https://schema.org/'].map((of) => `${of}dayOfWeek`),
  ...['ex:', 'https://ex.org/', 'http://example.org/', 'http://example.com/ns#'].map(
    (of) => `${of}dayOfWeek`,
  ),
]);

export function createKnowledge({ wider, actions, operands, understood }: Ontology): Knowledge {
  const things = new Set<string>();
  for (const [name, around] of wider ?? []) for (const one of [name, ...around]) things.add(one);
  const around = remembered((name: string) => allFrom(name, (one) => wider?.get(one) ?? []));
  const listParents = (action: string) => [
    ...(includingActions(action) ?? []),
    ...(actions?.get(action)?.includedIn ?? []),
  ];
  const includers = remembered((action: string) => allFrom(action, listParents));
  const isAction = (name: string) => actionParents.has(name) || actions?.has(name) === true;
  const covers = (own: string, asked: string, forbids: boolean): Truth => {
    if (!isAction(own)) return unknown;
    if (includers(asked).has(own)) return yes;
    if (!forbids) return no;
    const implied = [...includers(asked)].flatMap((name) => actions?.get(name)?.implies ?? []);
    if (implied.some((name) => includers(name).has(own))) return yes;
    return includers(own).has(asked) ? unknown : no;
  };
  const known = [...new Set([...actionParents.keys(), ...(actions?.keys() ?? [])])];
  const toTable = (forbids: boolean) =>
    remembered((own: string) => new Map(known.map((asked) => [asked, covers(own, asked, forbids)])));
  const [permitting, forbidding] = [toTable(false), toTable(true)];
  return {
    understands: (name) => name === coreProfile || understood?.has(name) === true,
    kindOf: (operand) =>
      leftOperands.get(operand) ??
      operands?.get(operand) ??
      (daysOfWeek.has(operand) ? 'concept' : undefined),
    isAction,
    /**
     * An action is about all that is included in it (Information Model 2.4). A prohibition is about what implies its
     * action, too, and perhaps about an action that is wider: that might be done by what it forbids.
     */
    reachOf: (action, forbids) => (forbids ? forbidding(action) : permitting(action)),
    isKnown: (name) => things.has(name),
    isWithin: (name, other) => things.has(name) && around(name).has(other),
  };
}

/** A thing and all that is reached from it. */
function allFrom(name: string, next: (one: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([name]);
  for (const one of found) for (const other of next(one)) found.add(other);
  return found;
}

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const before = made.get(name);
    if (before !== undefined) return before;
    const one = make(name);
    // What is asked about can be anything.
    if (made.size < 10_000) made.set(name, one);
    return one;
  };
}
