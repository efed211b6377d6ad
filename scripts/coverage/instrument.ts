import {
  callsBuiltin,
  findChild,
  listChildren,
  toLine,
  toSpan,
  walk,
  type Node,
  type Span,
} from '../solidity/ast.ts';

/** A place that tests should come by. */
export interface Mark {
  file: string;
  line: number;
  kind: 'line' | 'branch';
  /** What was looked at and how it came out, for a branch. */
  text: string;
}

/** Text put in place of a span; an empty span is an insertion. */
interface Edit extends Span {
  text: string;
  /** At one place, what ends comes before what begins. */
  closes: boolean;
}

/**
 * Marks every statement, and both outcomes of every decision, with calls of the library in `coverSource`.
 *
 * A decision is what `if`, `?:`, `require` and `assert` ask, each side of `&&` and `||`, and whether a loop is entered.
 * The marks are calls, not writes, so that they outlive a revert.
 *
 * @param marks Takes the marks; the place of one in the list is its number in the text.
 */
export function instrument(file: string, text: string, tree: Node, marks: Mark[]): string {
  const source = Buffer.from(text);
  const edits: Edit[] = [];
  const toText = (node: Node) => source.subarray(toSpan(node).start, toSpan(node).end).toString();
  const insert = (at: number, added: string, closes = false) =>
    edits.push({ start: at, end: at, text: added, closes });
  const mark = (node: Node, kind: Mark['kind'], texts: string[]) => {
    const line = toLine(source, toSpan(node).start);
    for (const said of texts) marks.push({ file, line, kind, text: said.replaceAll(/\s+/g, ' ') });
    return marks.length - texts.length;
  };
  const decide = (node: Node) => mark(node, 'branch', [`true: ${toText(node)}`, `false: ${toText(node)}`]);

  for (const [node, [parent]] of walk(tree)) {
    const { start, end } = toSpan(node);
    if (parent !== undefined && isStatement(node, parent)) {
      const hit = `Cover.hit(${mark(node, 'line', [''])});`;
      if (isBlock(parent)) insert(start, hit);
      else {
        insert(start, `{${hit}`);
        insert(toEnd(node, source), '}', true);
      }
    }
    const loop = loopCondition(node);
    if (loop !== undefined) {
      const entered = `Cover.both(${toText(loop)},${decide(loop)});`;
      const init = findChild(node, 'initializationExpression');
      if (init !== undefined) {
        edits.push({ start, end: toSpan(init).start, text: '{', closes: false });
        insert(toSpan(init).end, `;${entered}for(`, true);
      } else insert(start, `{${entered}`);
      insert(end, '}', true);
    }
    for (const asked of decisions(node)) {
      insert(toSpan(asked).start, 'Cover.both(');
      insert(toSpan(asked).end, `,${decide(asked)})`, true);
    }
  }
  return write(source, edits);
}

function isBlock(node: Node): boolean {
  return node.nodeType === 'Block' || node.nodeType === 'UncheckedBlock';
}

function isStatement(node: Node, parent: Node): boolean {
  if (isBlock(node) || node.nodeType === 'PlaceholderStatement') return false;
  return (
    isBlock(parent) ||
    ['body', 'trueBody', 'falseBody'].some((field) => parent[field] === node && isFlow(parent))
  );
}

function isFlow(node: Node): boolean {
  return /^(If|For|While|DoWhile)Statement$/.test(node.nodeType);
}

/** Of a loop that may not be entered at all. The condition is asked once more beforehand, so it must change nothing. */
function loopCondition(node: Node): Node | undefined {
  if (node.nodeType !== 'ForStatement' && node.nodeType !== 'WhileStatement') return undefined;
  const condition = findChild(node, 'condition');
  const changes = (part: Node) =>
    part.nodeType === 'Assignment' || /^(\+\+|--)$/.test(String(part['operator']));
  return condition && [...walk(condition)].some(([part]) => changes(part)) ? undefined : condition;
}

function decisions(node: Node): Node[] {
  if (callsBuiltin(node, 'require', 'assert')) return listChildren(node, 'arguments').slice(0, 1);
  const fields = isLogical(node)
    ? ['leftExpression', 'rightExpression']
    : node.nodeType === 'IfStatement' || node.nodeType === 'Conditional'
      ? ['condition']
      : [];
  const asked = fields.flatMap((field) => findChild(node, field) ?? []);
  // In a && b && c each is marked for itself.
  return isLogical(node) ? asked.filter((side) => !isLogical(side)) : asked;
}

function isLogical(node: Node): boolean {
  return node['operator'] === '&&' || node['operator'] === '||';
}

/** Where a statement ends, with the semicolon that the tree leaves out. */
function toEnd(node: Node, source: Buffer): number {
  const { end } = toSpan(node);
  return source[end] === 0x3b ? end + 1 : end;
}

/** The edits were found from the outside in: at one place the inner end first, and the outer begin first. */
function write(source: Buffer, edits: Edit[]): string {
  const order = edits
    .map((edit, place) => ({ ...edit, place: edit.closes ? -place : place }))
    .sort((a, b) => a.start - b.start || Number(b.closes) - Number(a.closes) || a.place - b.place);
  const parts: Buffer[] = [];
  let at = 0;
  for (const { start, end, text } of order) {
    parts.push(source.subarray(at, start), Buffer.from(text));
    at = end;
  }
  return Buffer.concat([...parts, source.subarray(at)]).toString();
}
