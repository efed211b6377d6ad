import { AbiCoder, type ParamType } from 'ethers';
import { expect, it } from 'vitest';
import { WorkRegistry__factory } from '../../../../src/chain/generated/factories/contracts/work/WorkRegistry__factory.ts';
import { listNodes, tileWidth, type ReadTile } from '../../../../src/log/tree/tiles.ts';
import { foldHashes, hashLeaf, proveInclusion, computeRoot } from '../../../../src/log/tree/tree.ts';
import type { Hex } from '../../../../src/kernel/values.ts';
import { encodeRegistrationPayload } from '../../../../src/work/logged/registrationPayload.ts';
import type { Registration } from '../../../../src/work/Registration.ts';
import { freshChain } from '../../../support/chain.ts';
import { signedEntry } from '../../../support/loggedEntry.ts';
import { createRandom, type Random } from '../../../support/random.ts';

const zero: Hex = `0x${'00'.repeat(32)}`;

it('the payload is what ethers encodes, whatever is registered', () => {
  const random = createRandom(4);
  const [, registration] = WorkRegistry__factory.createInterface().getFunction('registerFromLog').inputs;
  const types = [registration as ParamType, 'bytes32', 'bytes'];
  for (let n = 0; n < 1000; n += 1) {
    const stated = anyRegistration(random);
    const termsId = random.chance(0.5) ? zero : hex(random, 32);
    const signature = hex(random, random.one([0, 0, 1, 31, 32, 33, 64, 65, 65, 200]));
    const expected = AbiCoder.defaultAbiCoder().encode(types, [stated, termsId, signature]);
    const got = encodeRegistrationPayload({ registration: stated, termsId, signature });
    expect(`0x${Buffer.from(got).toString('hex')}`).toBe(expected);
  }
});

it('what is signed here is what the contract asks for, on a thousand random registrations in one log', async () => {
  const random = createRandom(5);
  const { contracts, cast, deployment } = await freshChain();
  const entries = [];
  const leaves: Buffer[] = [];
  for (let index = 0; index < 1000; index += 1) {
    const spoken = { registration: anyRegistration(random) };
    const entry = await signedEntry(deployment, cast.painter, spoken);
    leaves.push(hashLeaf(entry.leaf));
    entries.push(entry);
  }
  const tile: ReadTile = (level, n, width) =>
    level === 0
      ? Buffer.concat(leaves.slice(n * tileWidth, n * tileWidth + width))
      : Buffer.concat(
          Array.from({ length: width }, (_, i) => foldHashes(tile(level - 1, n * tileWidth + i, tileWidth))),
        );
  const read = listNodes(tile);
  await (await contracts.log.anchor(1000, computeRoot(read, 1000), [])).wait();
  for (const [index, { creator, registration, logged }] of entries.entries()) {
    const proven = { ...logged, index, proof: proveInclusion(read, index, 1000) };
    expect(await contracts.log.requireLogged(creator, registration, [], proven, [])).toBe(false);
  }
}, 120_000);

/** Any registration the types allow, most of which no contract would take. */
function anyRegistration(any: Random): Registration {
  const below = (bits: number) => any.below(2 ** bits);
  const many = <T>(most: number, make: () => T) => Array.from({ length: any.below(most + 1) }, make);
  return {
    contentHash: hex(any, 32),
    metadataHash: hex(any, 32),
    kind: any.below(3),
    retained: below(16),
    holderUses: below(16),
    moralRights: below(8),
    aiSummary: below(8),
    resaleBps: below(16),
    labels: below(32),
    regime: { registrar: hex(any, 20), minHolding: below(32), maxTransfers: below(16) },
    sources: many(3, () => ({
      workId: BigInt(hex(any, 32)),
      termsId: hex(any, 32),
      shareBps: below(16),
      absolute: any.chance(0.5),
    })),
    payees: many(3, () => ({ account: hex(any, 20), shareBps: below(16) })),
  };
}

function hex(any: Random, bytes: number): Hex {
  const digits = Array.from({ length: bytes }, () => any.below(256).toString(16).padStart(2, '0'));
  return `0x${digits.join('')}`;
}
