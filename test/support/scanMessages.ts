import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A message that a source file makes. */
interface MadeMessage {
  id: string;
  /** Names of the values that are given; null where they are not written as an object. */
  values: string[] | null;
  place: string;
}

interface ScannedMessages {
  /** Texts in quotes that have the form of an id, and where they stand. */
  literals: { id: string; place: string }[];
  made: MadeMessage[];
  /** Beginnings of ids that a template completes. */
  families: { prefix: string; place: string }[];
}

/** Functions whose first argument is the id of a message and whose second are its values. */
const makers = new Set(['message', 'say', 'expects', 'fault']);

/** Reads which messages source files use. */
export function scanMessages(patterns: readonly string[], areas: readonly string[]): ScannedMessages {
  const found: ScannedMessages = { literals: [], made: [], families: [] };
  for (const file of globSync([...patterns]).toSorted())
    scanFile(file, readFileSync(file, 'utf8'), areas, found);
  return found;
}

/** Reads one file into `found`. */
export function scanFile(
  file: string,
  text: string,
  areas: readonly string[],
  found: ScannedMessages,
): ScannedMessages {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const id = new RegExp(
    `^(?:${areas.map((area) => area.replaceAll('.', '\\.')).join('|')})\\.(?!(?:json|md|ts)$)[a-zA-Z0-9-]+$`,
  );
  const toPlace = (node: ts.Node) =>
    `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && id.test(node.text) && !ts.isPropertySignature(node.parent)) {
      found.literals.push({ id: node.text, place: toPlace(node) });
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && makers.has(node.expression.text)) {
      const [first, second] = node.arguments;
      const prefix = first !== undefined && ts.isTemplateExpression(first) ? first.head.text : '';
      if (areas.some((area) => prefix.startsWith(`${area}.`))) {
        found.families.push({ prefix, place: toPlace(node) });
      }
      for (const literal of first === undefined ? [] : toLiterals(first)) {
        found.made.push({ id: literal.text, values: listNames(second), place: toPlace(node) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The texts an argument can be: itself, or either side of a condition. */
function toLiterals(node: ts.Expression): ts.StringLiteralLike[] {
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isParenthesizedExpression(node)) return toLiterals(node.expression);
  if (ts.isConditionalExpression(node)) return [...toLiterals(node.whenTrue), ...toLiterals(node.whenFalse)];
  return [];
}

function listNames(values: ts.Expression | undefined): string[] | null {
  if (values === undefined) return [];
  if (!ts.isObjectLiteralExpression(values)) return null;
  const names = values.properties.map(({ name }) =>
    name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : null,
  );
  return names.every((name) => name !== null) ? names : null;
}
