import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { config } from 'hardhat';
import solc from 'solc';
import type { Node } from './ast.ts';

/** The compiler, whose package leaves this untyped. */
const solidity = solc as {
  compile(input: string, callbacks: { import: typeof readImport }): string;
};

/** Source texts by the names solc knows them by: paths from the root of the project, or of a package. */
export type Sources = Record<string, string>;

export interface Compiled {
  abi: { type: string; name?: string }[];
  evm: { bytecode: Code; deployedBytecode: Code };
}

interface Code {
  object: string;
  linkReferences: Record<string, unknown>;
}

export interface Message {
  severity: 'error' | 'warning' | 'info';
  errorCode?: string;
  message: string;
  formattedMessage: string;
  sourceLocation?: { file: string; start: number; end: number };
}

export interface Output {
  errors?: Message[];
  sources: Record<string, { ast: Node }>;
  contracts?: Record<string, Record<string, Compiled>>;
}

export const root = join(import.meta.dirname, '../..');

/** What is asked of solc for a file: syntax trees are of files, code is of their contracts. */
export const syntax = { '': ['ast'] };
export const code = {
  '*': ['bytecode', 'deployedBytecode'].reduce(
    (wanted, kind) => [...wanted, `evm.${kind}.object`, `evm.${kind}.linkReferences`],
    ['abi'],
  ),
};

/** All Solidity files below a folder of the project. */
export function readSources(folder: string): Sources {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sol'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}

/** Files of packages that are deployed as they are. */
export function readPackageFiles(): Sources {
  const files = config.solidity.npmFilesToBuild;
  return Object.fromEntries(
    files.map((file) => [file, readFileSync(join(root, 'node_modules', file), 'utf8')]),
  );
}

/**
 * Compiles with the project's own compiler and settings, in this process and without files.
 *
 * Metadata are left out, so that equal code is equal byte for byte whatever the sources were.
 *
 * @param select What to put out for which source; bytecode is only made for what is selected.
 * @param settings What to add to the project's settings.
 */
export function compile(
  sources: Sources,
  select: Record<string, Record<string, string[]>>,
  settings: Record<string, unknown> = {},
): Output {
  const input = {
    language: 'Solidity',
    sources: Object.fromEntries(Object.entries(sources).map(([name, content]) => [name, { content }])),
    settings: {
      ...projectSettings(),
      metadata: { appendCBOR: false, bytecodeHash: 'none' },
      ...settings,
      outputSelection: select,
    },
  };
  return JSON.parse(solidity.compile(JSON.stringify(input), { import: readImport })) as Output;
}

/** The errors of a compilation, as text; empty if there were none. */
export function listErrors(output: Output): string {
  return (output.errors ?? [])
    .filter(({ severity }) => severity === 'error')
    .map(({ formattedMessage }) => formattedMessage)
    .join('\n');
}

function projectSettings(): Record<string, unknown> {
  const compiler = config.solidity.profiles['default']?.compilers[0];
  if (compiler === undefined) throw new Error('expected a compiler in hardhat.config.ts, got none');
  return compiler.settings as Record<string, unknown>;
}

function readImport(name: string): { contents: string } | { error: string } {
  for (const folder of [root, join(root, 'node_modules')]) {
    try {
      return { contents: readFileSync(join(folder, name), 'utf8') };
    } catch {
      // Looks in the next folder.
    }
  }
  return { error: `expected ${name} in the project or a package` };
}
