import type { Literal } from './Literal.ts';
import type { Knowledge } from './Knowledge.ts';
import { relateTerritories, territoryOf } from './territories.ts';
import type { ValueKind } from './vocabulary.ts';

/** How a value lies to another; `open` where nothing tells. */
export type Relation = 'same' | 'within' | 'around' | 'apart' | 'overlap' | 'open';

/**
 * How one named thing lies to another: by codes of territories (ISO 3166, UN M49), by language tags as ranges (BCP 47,
 * RFC 4647, 3.3.1), and by the ontology. Two things that the ontology knows, and no path between them, are apart.
 */
export function relate(one: Literal, other: Literal, kind: ValueKind, knowledge: Knowledge): Relation {
  const [name, otherName] = [textIn(one), textIn(other)];
  if (name === undefined || otherName === undefined) return 'open';
  if (name === otherName) return 'same';
  if (kind === 'language') {
    const related = relateTags(name.toLowerCase(), otherName.toLowerCase());
    if (related !== undefined) return related;
  }
  if (kind === 'territory') {
    const [code, otherCode] = [territoryOf(name), territoryOf(otherName)];
    if (code !== undefined && otherCode !== undefined) return relateTerritories(code, otherCode);
  }
  if (knowledge.isWithin(name, otherName)) return 'within';
  if (knowledge.isWithin(otherName, name)) return 'around';
  return knowledge.isKnown(name) && knowledge.isKnown(otherName) ? 'apart' : 'open';
}

const tag = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/;

function relateTags(one: string, other: string): Relation | undefined {
  if (one === '*') return 'around';
  if (!tag.test(one)) return undefined;
  if (other === '*') return 'within';
  if (!tag.test(other)) return undefined;
  if (one === other) return 'same';
  if (one.startsWith(`${other}-`)) return 'within';
  if (other.startsWith(`${one}-`)) return 'around';
  return 'apart';
}

function textIn(literal: Literal): string | undefined {
  if (literal.kind === 'iri') return literal.iri;
  return literal.kind === 'text' ? literal.text : undefined;
}
