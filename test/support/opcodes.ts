import type { freshChain } from './chain.ts';

interface Step {
  op: string;
  depth: number;
  gas: number;
  gasCost: number;
}

const calls = new Set(['CALL', 'STATICCALL', 'DELEGATECALL', 'CREATE2']);
/** What is worth a name of its own; the rest is arithmetic, memory and jumps. */
const dear = /^(SSTORE|SLOAD|LOG\d|CALL|STATICCALL|DELEGATECALL|CREATE2|TLOAD|TSTORE|KECCAK256)$/;

/** Where the gas of a transaction went: its base, its calldata, each dear opcode, the rest, and the refund. */
export async function gasByOpcode(
  connection: Awaited<ReturnType<typeof freshChain>>['connection'],
  hash: string,
  data: string,
  used: bigint,
): Promise<Map<string, number>> {
  const trace = (await connection.provider.request({
    method: 'debug_traceTransaction',
    params: [hash, { disableStorage: true, disableMemory: true, disableStack: true }],
  })) as { structLogs: Step[] };
  const spent = new Map<string, number>([
    ['transaction', 21_000],
    [
      'calldata',
      [...Buffer.from(data.slice(2), 'hex')].reduce((sum, byte) => sum + (byte === 0 ? 4 : 16), 0),
    ],
  ]);
  trace.structLogs.forEach((step, i, steps) => {
    const name = dear.test(step.op) ? step.op : 'other';
    spent.set(name, (spent.get(name) ?? 0) + ownCost(steps, i));
  });
  const sum = [...spent.values()].reduce((a, b) => a + b, 0);
  return spent.set('refund', Number(used) - sum);
}

/** A call's cost as traced holds what it hands on; its own is what the callee did not use. */
function ownCost(steps: Step[], i: number): number {
  const step = steps[i];
  const next = steps[i + 1];
  if (step === undefined || !calls.has(step.op) || next === undefined) return step?.gasCost ?? 0;
  if (next.depth <= step.depth) return step.gas - next.gas;
  let last = i + 1;
  while ((steps[last + 1]?.depth ?? 0) > step.depth) last += 1;
  const back = steps[last + 1];
  const end = steps[last];
  if (back === undefined || end === undefined) return step.gasCost;
  return step.gas - back.gas - (next.gas - (end.gas - end.gasCost));
}
