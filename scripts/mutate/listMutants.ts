import { callsBuiltin, findChild, listChildren, toLine, toSpan, walk, type Node } from '../solidity/ast.ts';

/** One change of one file. */
export interface Mutant {
  file: string;
  line: number;
  /** In bytes of the file. */
  start: number;
  end: number;
  text: string;
}

type Change = Pick<Mutant, 'start' | 'end' | 'text'>;

/** What each operator is mistaken for. */
const swaps: Record<string, string> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '==': '!=',
  '!=': '==',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '/',
  '**': '*',
  '<<': '>>',
  '>>': '<<',
  '&&': '||',
  '||': '&&',
  '&': '|',
  '|': '&',
  '^': '&',
  '+=': '-=',
  '-=': '+=',
  '*=': '/=',
  '/=': '*=',
  '&=': '|=',
  '|=': '&=',
  '<<=': '>>=',
  '>>=': '<<=',
  '++': '--',
  '--': '++',
  '!': '',
  '~': '',
};

const statements = ['ExpressionStatement', 'EmitStatement', 'RevertStatement', 'Return', 'Break', 'Continue'];

/** All changes of a file that a test should notice, in the order of the file. */
export function listMutants(file: string, text: string, tree: Node): Mutant[] {
  const source = Buffer.from(text);
  const changes = new Map<string, Change>();
  for (const [node, above] of walk(tree)) {
    for (const change of [
      ...operator(node, source),
      ...condition(node, source),
      ...literal(node),
      ...removal(node, above, source),
    ]) {
      changes.set(`${change.start} ${change.end} ${change.text}`, change);
    }
  }
  return [...changes.values()]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((change) => ({ file, line: toLine(source, change.start), ...change }));
}

/** The lines a mutant touches, before and after, each as one line without spare spaces. */
export function splitLines(mutant: Mutant, text: string): { before: string; after: string } {
  const source = Buffer.from(text);
  const start = source.lastIndexOf(10, mutant.start - 1) + 1;
  const end = source.indexOf(10, mutant.end);
  const one = (parts: (string | Buffer)[]) => parts.join('').replaceAll(/\s+/g, ' ').trim();
  return {
    before: one([source.subarray(start, end)]),
    after: one([source.subarray(start, mutant.start), mutant.text, source.subarray(mutant.end, end)]),
  };
}

function operator(node: Node, source: Buffer): Change[] {
  const sign = String(node['operator']);
  const swap = swaps[sign];
  if (swap === undefined) return [];
  const { start, end } = toSpan(node);
  const operand = findChild(node, 'leftExpression') ?? findChild(node, 'leftHandSide');
  const isPostfix = node.nodeType === 'UnaryOperation' && node['prefix'] === false;
  const from = operand !== undefined ? toSpan(operand).end : isPostfix ? end - sign.length : start;
  const at = source.indexOf(sign, from);
  return [{ start: at, end: at + sign.length, text: swap }];
}

/** What is decided, decided beforehand; a loop only never entered, as one never left says nothing. */
function condition(node: Node, source: Buffer): Change[] {
  const asked = callsBuiltin(node, 'require', 'assert')
    ? listChildren(node, 'arguments')[0]
    : findChild(node, 'condition');
  const returned = node.nodeType === 'Return' ? findChild(node, 'expression') : undefined;
  const decided = asked ?? (returned && isBool(returned) ? returned : undefined);
  if (decided === undefined) return [];
  const span = toSpan(decided);
  const isLoop = ['ForStatement', 'WhileStatement', 'DoWhileStatement'].includes(node.nodeType);
  return (isLoop ? ['false'] : ['true', 'false'])
    .filter((text) => text !== source.subarray(span.start, span.end).toString())
    .map((text) => ({ ...span, text }));
}

function literal(node: Node): Change[] {
  if (node.nodeType !== 'Literal') return [];
  const span = toSpan(node);
  const value = String(node['value']);
  if (node['kind'] === 'bool') return [{ ...span, text: value === 'true' ? 'false' : 'true' }];
  // An address of another checksum would not compile.
  if (node['kind'] !== 'number' || value.length === 42 || value.includes('.')) return [];
  const number = BigInt(value.replaceAll('_', '').replace(/e.*/, ''));
  if (value.includes('e') && !value.startsWith('0x')) return [{ ...span, text: '1' }];
  const write = (n: bigint) =>
    value.startsWith('0x') ? `0x${n.toString(16).padStart(value.length - 2, '0')}` : `${n}`;
  return [number + 1n, ...(number === 1n ? [0n] : [])].map((n) => ({ ...span, text: write(n) }));
}

function removal(node: Node, [parent, above]: Node[], source: Buffer): Change[] {
  const span = toSpan(node);
  if (node.nodeType === 'ModifierInvocation' && node['kind'] === 'modifierInvocation') {
    return [{ ...span, text: '' }];
  }
  if (!statements.includes(node.nodeType) || parent === undefined) return [];
  if (parent.nodeType === 'ForStatement' && parent['body'] !== node) return [];
  const expression = findChild(node, 'expression');
  if (expression && callsBuiltin(expression, 'require', 'assert')) return [];
  // The last return of a function that names nothing to return could not be left out.
  if (node.nodeType === 'Return' && above?.nodeType === 'FunctionDefinition') return [];
  // With the semicolon, which the tree leaves out.
  return [{ ...span, end: source.indexOf(';', span.end) + 1, text: '{}' }];
}

function isBool(node: Node): boolean {
  return (node['typeDescriptions'] as { typeString?: string } | undefined)?.typeString === 'bool';
}
