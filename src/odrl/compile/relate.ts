import type { Knowledge } from '../Knowledge.ts';
import type { Literal } from '../values/Literal.ts';
import { relateTerritories, findTerritory } from '../territories/territories.ts';
import type { ValueKind } from '../vocabulary.ts';

/** How a value lies to another; `open` where nothing tells. */
type Relation = 'same' | 'within' | 'around' | 'apart' | 'overlap' | 'open';

/** A value with what it is named by. */
export interface Named {
  literal: Literal;
  /** Its IRI or text; undefined for a number and such. */
  name: string | undefined;
  /** The code of a territory, or a language tag in lower case; undefined for what is none. */
  code: string | undefined;
}

const tag = /^(?:\*|[a-z]{2,8}(?:-[a-z\d]{1,8})*)$/;

/** @param kind Of the left operand; it says whether the name is a code. */
export function toName(literal: Literal, kind: ValueKind): Named {
  const name = literal.kind === 'iri' ? literal.iri : literal.kind === 'text' ? literal.text : undefined;
  if (name === undefined) return { literal, name, code: undefined };
  if (kind === 'territory') return { literal, name, code: findTerritory(name) };
  const lower = kind === 'language' ? name.toLowerCase() : '';
  return { literal, name, code: tag.test(lower) ? lower : undefined };
}

/**
 * How one named thing lies to another: by codes of territories (ISO 3166, UN M49), by language tags as ranges (BCP 47,
 * RFC 4647, 3.3.1), and by the ontology. Two things that the ontology knows, and no path between them, are apart.
 */
export function relate(one: Named, other: Named, kind: ValueKind, knowledge: Knowledge): Relation {
  if (one.name === undefined || other.name === undefined) return 'open';
  if (one.name === other.name) return 'same';
  if (one.code !== undefined && other.code !== undefined) {
    return kind === 'territory' ? relateTerritories(one.code, other.code) : relateTags(one.code, other.code);
  }
  if (knowledge.isWithin(one.name, other.name)) return 'within';
  if (knowledge.isWithin(other.name, one.name)) return 'around';
  return knowledge.isKnown(one.name) && knowledge.isKnown(other.name) ? 'apart' : 'open';
}

function relateTags(one: string, other: string): Relation {
  if (one === other) return 'same';
  if (other === '*' || one.startsWith(`${other}-`)) return 'within';
  return one === '*' || other.startsWith(`${one}-`) ? 'around' : 'apart';
}
