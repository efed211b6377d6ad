import { keccak256, AbiCoder, ZeroAddress, ZeroHash } from 'ethers';
import { beforeAll, expect, it } from 'vitest';
import { toRefusal } from '../../../src/chain/refusals/toRefusal.ts';
import { hashBytes, hashJson } from '../../../src/kernel/json/canonicalJson.ts';
import {
  toDomain,
  openRegime,
  orderShares,
  registrationTypes,
  type Registration,
} from '../../../src/work/Registration.ts';
import { usesToBits } from '../../../src/work/Uses.ts';
import { freshChain } from '../../support/chain.ts';

let chain: Awaited<ReturnType<typeof freshChain>>;
beforeAll(async () => {
  chain = await freshChain();
});

const mask: Registration = {
  contentHash: hashBytes(Buffer.from('a mask')),
  metadataHash: hashJson({ title: { en: 'A mask' } }),
  kind: 1,
  retained: usesToBits(['aiTraining']),
  holderUses: usesToBits(['display']),
  moralRights: 7,
  aiSummary: 0,
  resaleBps: 500,
  labels: 0,
  regime: openRegime,
  sources: [],
  payees: [],
};

it('a creator without gas money registers by a signature that somebody else relays', async () => {
  const { contracts, cast, deployment } = chain;
  const creator = await cast.painter.getAddress();
  const message = { ...mask, creator, nonce: 0n, deadline: 2n ** 40n };
  const signature = await cast.painter.signTypedData(
    toDomain(deployment.chainId, deployment.works),
    registrationTypes,
    message,
  );
  await (await contracts.works.registerFor(creator, mask, [], message.deadline, signature)).wait();

  const workId = BigInt(
    keccak256(AbiCoder.defaultAbiCoder().encode(['address', 'bytes32'], [creator, mask.contentHash])),
  );
  expect(await contracts.works.ownerOf(workId)).toBe(creator);
  expect((await contracts.works.workOf(workId)).retained).toBe(BigInt(mask.retained));
  expect(await contracts.works.metadataHashOf(workId)).toBe(mask.metadataHash);
});

it('a registration with one field changed is not what the creator signed', async () => {
  const { contracts, cast, deployment } = chain;
  const creator = await cast.troupe.getAddress();
  const deadline = 2n ** 40n;
  const domain = toDomain(deployment.chainId, deployment.works);
  const signed = await cast.troupe.signTypedData(domain, registrationTypes, {
    ...mask,
    creator,
    nonce: 0n,
    deadline,
  });
  const payee = { account: (await cast.auditor.getAddress()) as `0x${string}`, shareBps: 10_000 };
  const changes: Partial<Registration>[] = [
    { contentHash: hashBytes(Buffer.from('another')) },
    { metadataHash: mask.contentHash },
    { retained: 0 },
    { holderUses: 0 },
    { moralRights: 0 },
    { aiSummary: 1 },
    { resaleBps: 1 },
    { labels: 1 },
    { regime: { ...openRegime, registrar: payee.account } },
    { regime: { ...openRegime, minHolding: 1 } },
    { regime: { ...openRegime, maxTransfers: 1 } },
    { payees: [payee] },
  ];
  for (const change of changes) {
    const call = contracts.works.registerFor.staticCall(
      creator,
      { ...mask, ...change },
      [],
      deadline,
      signed,
    );
    expect(await refusal(call)).toMatchObject({ code: 'signature-invalid', details: { signer: creator } });
  }
  expect(
    await refusal(contracts.works.registerFor.staticCall(creator, mask, [], deadline - 1n, signed)),
  ).toMatchObject({ code: 'signature-invalid' });
  expect(await refusal(contracts.works.workOf(1n))).toMatchObject({
    code: 'work-unknown',
    details: { workId: '1' },
  });
});

it('shares are ordered for the contracts, and refused before they are signed', () => {
  const source = { workId: 2n, termsId: ZeroHash as `0x${string}`, shareBps: 6000, absolute: false };
  const other = { ...source, workId: 1n, shareBps: 4000 };
  expect(orderShares([source, other], []).sources.map(({ workId }) => workId)).toEqual([1n, 2n]);
  expect(() => orderShares([source, { ...other, shareBps: 4001 }], [])).toThrow(
    expect.objectContaining({ code: 'shares-exceed-whole' }),
  );
  expect(() => orderShares([source, source], [])).toThrow(expect.objectContaining({ code: 'input-invalid' }));
  const payee = { account: ZeroAddress as `0x${string}`, shareBps: 9999 };
  expect(() => orderShares([], [payee])).toThrow(expect.objectContaining({ code: 'shares-exceed-whole' }));
});

async function refusal(call: Promise<unknown>) {
  try {
    return await call;
  } catch (error) {
    return toRefusal(error);
  }
}
