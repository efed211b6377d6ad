import { join } from 'node:path';
import { findChild, toSpan, splice, walk, type Node } from './ast.ts';
import {
  code,
  compile,
  listErrors,
  readPackageFiles,
  readSources,
  root,
  syntax,
  type Output,
  type Sources,
} from './compile.ts';
import type { Contracts } from './runSuites.ts';

/**
 * Contracts and tests that are compiled apart.
 *
 * A test holds the code of what it makes with `new`, so it would have to be compiled again, which takes most of the
 * time, whenever a contract changes. Here it asks the runner for that code by name instead.
 */
export interface Testbed {
  /** Of contracts/ as they are, and what is deployed of packages. */
  contracts: Sources;
  /** Of test/, with `new` replaced. */
  tests: Sources;
  trees: Record<string, Node>;
  /** Files of contracts/ whose code is also inside tests: libraries, constants, functions of types. */
  inlined: Set<string>;
  /** For the runner, to find settings in the tests' comments. */
  testSourcePaths: Record<string, string>;
}

const deploySource = 'test/support/sol/Deploy.generated.sol';
const deployLibrary = `// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

interface Codes {
    function getCode(string calldata artifact) external view returns (bytes memory);
}

library Deploy {
    function deploy(string memory artifact, bytes memory arguments) internal returns (address payable at) {
        Codes codes = Codes(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);
        bytes memory creation = bytes.concat(codes.getCode(artifact), arguments);
        assembly {
            at := create(0, add(creation, 32), mload(creation))
            if iszero(at) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
    }
}
`;

export function readTestbed(): Testbed {
  const contracts = { ...readSources('contracts'), ...readPackageFiles() };
  const tests = Object.fromEntries(
    Object.entries(readSources('test')).filter(([name]) => !name.startsWith('test/proofs/')),
  );
  const sources = { ...contracts, ...tests };
  const output = compile(sources, { '*': syntax });
  const errors = listErrors(output);
  if (errors !== '') throw new Error(errors);
  const trees = Object.fromEntries(Object.entries(output.sources).map(([name, { ast }]) => [name, ast]));
  const places = listPlaces(trees);
  const detached = Object.entries(tests).map(([name, text]) => [name, detach(text, trees[name], places)]);
  return {
    contracts,
    tests: { ...(Object.fromEntries(detached) as Sources), [deploySource]: deployLibrary },
    trees,
    inlined: inlinedIn(Object.keys(tests), trees, places),
    testSourcePaths: Object.fromEntries(Object.keys(tests).map((name) => [name, join(root, name)])),
  };
}

/** @throws Error with what the compiler says, if the sources do not compile. */
export function connectContracts(output: Output): Contracts {
  const errors = listErrors(output);
  if (errors !== '') throw new Error(errors);
  return new Map(
    Object.entries(output.contracts ?? {}).flatMap(([source, contracts]) =>
      Object.entries(contracts)
        .filter(([, { evm }]) => evm.bytecode.object !== '')
        .map(([name, contract]) => [`${source}:${name}`, contract] as const),
    ),
  );
}

/** Compiles the contracts in those files. */
export function compileFiles(
  sources: Sources,
  files: string[],
  settings: Record<string, unknown> = {},
): Output {
  return compile(sources, Object.fromEntries(files.map((file) => [file, code])), settings);
}

/**
 * Compiles the tests over these sources of contracts/.
 *
 * They are compiled without the optimizer, four times as fast; what they say is the same.
 */
export function compileTests(bed: Testbed, contracts: Sources): Output {
  const files = Object.keys(bed.tests).filter((file) => file.endsWith('.t.sol'));
  return compileFiles({ ...contracts, ...bed.tests }, files, { viaIR: false, optimizer: { enabled: false } });
}

/** The files among `sources` that import `file`, however far, and itself. */
export function listImporters(file: string, sources: string[], trees: Record<string, Node>): string[] {
  const found = new Set([file]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const name of sources) {
      const imports = (trees[name]?.['nodes'] as Node[] | undefined) ?? [];
      if (imports.some((node) => found.has(String(node['absolutePath'])))) found.add(name);
    }
  }
  return [...found];
}

type Place = { file: string; node: Node };

function listPlaces(trees: Record<string, Node>): Map<number, Place> {
  const places = new Map<number, Place>();
  for (const [file, tree] of Object.entries(trees)) {
    for (const [node] of walk(tree)) places.set(node.id, { file, node });
  }
  return places;
}

/** The contract of this project that a plain `new X(…)` makes. */
function madeBy(call: Node, places: Map<number, Place>): Place | undefined {
  const made = call.nodeType === 'FunctionCall' ? findChild(call, 'expression') : undefined;
  const type = made?.nodeType === 'NewExpression' ? findChild(made, 'typeName') : undefined;
  const place = places.get(Number(type?.['referencedDeclaration']));
  return place?.node.nodeType === 'ContractDefinition' && isOurs(place.file) ? place : undefined;
}

function isOurs(file: string): boolean {
  return file.startsWith('contracts/');
}

function detach(text: string, tree: Node | undefined, places: Map<number, Place>): string {
  const source = Buffer.from(text);
  const edits: Parameters<typeof splice>[1] = [];
  for (const [node] of tree === undefined ? [] : walk(tree)) {
    const made = madeBy(node, places);
    const expression = findChild(node, 'expression');
    const type = expression && findChild(expression, 'typeName');
    if (made === undefined || expression === undefined || type === undefined) continue;
    const { end } = toSpan(expression);
    const name = source.subarray(toSpan(type).start, toSpan(type).end).toString();
    const artifact = `${made.file}:${String(made.node['name'])}`;
    const opening = `${name}(Deploy.deploy("${artifact}", abi.encode(`;
    edits.push({ start: toSpan(expression).start, end: source.indexOf('(', end) + 1, text: opening });
    edits.push({ start: toSpan(node).end, end: toSpan(node).end, text: '))' });
  }
  if (edits.length === 0) return text;
  return `${splice(source, edits).toString()}\nimport {Deploy} from "${deploySource}";\n`;
}

/** Follows what tests use in their own code: not what they call on chain, and not what they make as above. */
function inlinedIn(tests: string[], trees: Record<string, Node>, places: Map<number, Place>): Set<string> {
  const files = new Set(tests);
  for (const file of files) {
    const tree = trees[file];
    if (tree === undefined) continue;
    for (const [node, above] of walk(tree)) {
      const target = places.get(Number(node['function'] ?? node['referencedDeclaration']));
      if (target === undefined || !isOurs(target.file)) continue;
      if (isCode(node, above, target.node, isOurs(file))) files.add(target.file);
    }
  }
  return new Set([...files].filter(isOurs));
}

function isCode(use: Node, [parent, next, third]: Node[], target: Node, ours: boolean): boolean {
  if (target.nodeType === 'ContractDefinition') {
    if (parent?.nodeType === 'NewExpression') return ours || next?.nodeType === 'FunctionCallOptions';
    const read = String(next?.['memberName'] ?? third?.['memberName']);
    return parent?.nodeType === 'InheritanceSpecifier' || read === 'creationCode' || read === 'runtimeCode';
  }
  const { typeString = '' } = (use['typeDescriptions'] ?? {}) as { typeString?: string };
  if (/^function .* external/.test(typeString)) return false;
  return (
    target.nodeType === 'FunctionDefinition' ||
    target.nodeType === 'ModifierDefinition' ||
    (target.nodeType === 'VariableDeclaration' && target['constant'] === true)
  );
}
