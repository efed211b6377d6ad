/** A node of solc's syntax tree: every kind has these fields, and fields of its own. */
export interface Node {
  id: number;
  nodeType: string;
  /** `start:length:file`, in bytes. */
  src: string;
  [field: string]: unknown;
}

/** A piece of a file, in bytes. */
export interface Span {
  start: number;
  end: number;
}

export function toSpan(node: Node): Span {
  const [start = 0, length = 0] = node.src.split(':').map(Number);
  return { start, end: start + length };
}

/** The node in a field, if there is one. */
export function findChild(node: Node, field: string): Node | undefined {
  const child = node[field];
  return isNode(child) ? child : undefined;
}

/** The nodes in a list, of which solc leaves some empty. */
export function listChildren(node: Node, field: string): Node[] {
  const list = node[field];
  return Array.isArray(list) ? list.filter(isNode) : [];
}

/** A node and all below it, each with the nodes above it, the nearest first. */
export function* walk(node: Node, above: Node[] = []): Generator<[node: Node, above: Node[]]> {
  yield [node, above];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* walk(child, [node, ...above]);
    }
  }
}

/** Whether an expression is a call of one of the compiler's own functions, such as `require`. */
export function callsBuiltin(node: Node, ...names: string[]): boolean {
  const called = node.nodeType === 'FunctionCall' ? findChild(node, 'expression') : undefined;
  const target = called?.['referencedDeclaration'];
  return (
    called?.nodeType === 'Identifier' &&
    typeof target === 'number' &&
    target < 0 &&
    names.includes(String(called['name']))
  );
}

/** The line a byte is on, from 1. */
export function toLine(source: Buffer, at: number): number {
  let line = 1;
  for (let i = source.indexOf(10); i !== -1 && i < at; i = source.indexOf(10, i + 1)) line += 1;
  return line;
}

/** Replaces pieces of a file that do not overlap. */
export function splice(source: Buffer, edits: (Span & { text: string })[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(source.subarray(at, start), Buffer.from(text));
    at = end;
  }
  return Buffer.concat([...parts, source.subarray(at)]);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value && 'src' in value;
}
