import type { PackReport } from '../verify/pack/PackReport.ts';
import { ProcessPack } from '../process/ProcessPack.ts';
import { verifyPack, type PackQuestion } from '../verify/pack/verifyPack.ts';
import { connectChain } from '../chain/connect.ts';
import { findAnchor } from '../chain/findAnchor.ts';
import { recovers, verifySignature } from '../chain/verifySignature.ts';
import { parseInput } from '../kernel/json/parseInput.ts';
import type { Hex } from '../kernel/values.ts';

/** What a pack is held against: a chain by its JSON-RPC address, or roots known to be anchored. */
export type PackGround = { rpcUrl: string } | { roots: readonly Hex[] };

/**
 * Checks a process pack with nothing but itself and the chain, or offline against anchored roots that are given.
 *
 * @param pack What was in the file.
 * @throws LedgerError `input-invalid` for what is no pack, `chain-unreachable`, `chain-mismatch`.
 */
export async function verifyProcess(
  pack: unknown,
  ground: PackGround,
  question: PackQuestion = {},
): Promise<PackReport> {
  const parsed = parseInput(ProcessPack, pack, 'pack');
  if ('roots' in ground) {
    return await verifyPack(
      parsed,
      {
        against: 'root',
        anchored: ({ root }) => Promise.resolve(ground.roots.includes(root) ? null : 'unasked'),
        // A contract wallet's word can be had of the chain alone.
        verifySignature: (...asked) => Promise.resolve(recovers(...asked) ? true : null),
      },
      question,
    );
  }
  const provider = await connectChain(ground.rpcUrl, parsed.chainId);
  try {
    return await verifyPack(
      parsed,
      {
        against: 'chain',
        anchored: async (anchor) => await findAnchor(provider, parsed.log, anchor),
        verifySignature: async (...asked) => await verifySignature(provider, ...asked),
      },
      question,
    );
  } finally {
    provider.destroy();
  }
}
