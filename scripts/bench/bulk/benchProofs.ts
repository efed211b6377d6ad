import type { Log } from '../../../src/log/Log.ts';
import { verifyInclusion } from '../../../src/log/tree/verifyProof.ts';
import type { Hex } from '../../../src/kernel/values.ts';
import { median } from '../measure.ts';

const rounds = 2000;

/** Proofs of random entries, read from stored tiles, and their verification. */
export function benchProofs(log: Log, size: number): string[] {
  const root = bytes(log.root(size));
  const times: number[] = [];
  const proven = Array.from({ length: rounds }, () => {
    const index = Math.floor(Math.random() * size);
    const start = performance.now();
    const proof = log.proveInclusion(index, size);
    times.push(performance.now() - start);
    return { index, leafHash: bytes(log.entry(index)?.leafHash ?? '0x'), proof: proof.map(bytes) };
  });
  const start = performance.now();
  const good = proven.filter((one) => verifyInclusion(one.leafHash, one.index, size, root, one.proof));
  const perSecond = (rounds / (performance.now() - start)) * 1000;
  if (good.length !== rounds) throw new Error(`expected ${rounds} proofs to hold, got ${good.length}`);
  return [
    `inclusion proof of a random entry of ${size.toLocaleString('en')}, from tiles: ${median(times).toFixed(2)} ms at the median`,
    `inclusion proofs verified: ${perSecond.toFixed(0)} a second`,
  ];
}

function bytes(hex: Hex): Buffer {
  return Buffer.from(hex.slice(2), 'hex');
}
