import { callsBuiltin, findChild, listChildren, toSpan, splice, walk, type Node } from '../solidity/ast.ts';
import { compile, listErrors, type Sources } from '../solidity/compile.ts';

/**
 * How solc's model checker looks at a contract.
 *
 * `chc` finds what holds after any calls in any order, through loops of any length. `bmc` looks at one call by itself,
 * in any state: for a function without loops what it proves holds for every call. It knows more of products, and
 * solc is to give it up some day, so that it is used where the other cannot tell.
 */
export type Engine = 'chc' | 'bmc';

export type Answer = 'proved' | 'could not be proved' | 'violated';

/** The external functions of a contract that assert something: each is a property. */
export function listProperties(contract: Node): Node[] {
  return listExternals(contract).filter((node) => assertsIn(node).length > 0);
}

/**
 * Asks whether the assertions of one function hold.
 *
 * @param instead Is asserted in place of the last one, to see whether the solver gets that far at all.
 * @throws Error with what the compiler says, if it says nothing of the property.
 */
export function ask(
  sources: Sources,
  file: string,
  contract: Node,
  property: Node,
  engine: Engine,
  instead?: 'false',
): Answer {
  const source = Buffer.from(sources[file] ?? '');
  const others = listExternals(contract).filter((node) => node !== property && engine === 'bmc');
  const last = assertsIn(property).at(-1);
  const edits = others.map((node) => ({ ...toSpan(node), text: '' }));
  if (instead !== undefined && last !== undefined) edits.push({ ...toSpan(last), text: instead });
  const output = compile(
    { [file]: splice(source, edits).toString() },
    { '*': { '*': [] } },
    {
      modelChecker: {
        engine,
        solvers: ['z3'],
        targets: ['assert'],
        contracts: { [file]: [String(contract['name'])] },
        invariants: ['contract'],
        // The bounded engine proves more of quotients as they are, the other of their definition.
        divModNoSlacks: engine === 'bmc',
        showProvedSafe: true,
        showUnproved: true,
      },
    },
  );
  if (listErrors(output) !== '') throw new Error(listErrors(output));
  const said = (output.errors ?? []).filter(({ message }) => message.includes('Assertion violation'));
  if (said.some(({ message }) => message.includes('happens here'))) return 'violated';
  const proved = said.filter(({ message }) => message.includes('is safe'));
  return proved.length === assertsIn(property).length && said.length === proved.length
    ? 'proved'
    : 'could not be proved';
}

/** What each assertion of a function asks. */
function assertsIn(node: Node): Node[] {
  return [...walk(node)]
    .filter(([call]) => callsBuiltin(call, 'assert'))
    .flatMap(([call]) => listChildren(call, 'arguments').slice(0, 1));
}

function listExternals(contract: Node): Node[] {
  return listChildren(contract, 'nodes').filter(
    (node) =>
      node.nodeType === 'FunctionDefinition' && node['visibility'] === 'external' && findChild(node, 'body'),
  );
}
