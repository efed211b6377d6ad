import { AbstractSigner, NonceManager, Wallet, type TypedDataDomain, type TypedDataField } from 'ethers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openSigner } from '../../../src/chain/openSigner.ts';

const key = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .filter((bytes) => bytes[0] !== 0 && bytes[0] !== 255)
  .map((bytes) => `0x${Buffer.from(bytes).toString('hex')}`);
const types = {
  Word: [
    { name: 'text', type: 'string' },
    { name: 'number', type: 'uint256' },
  ],
};
const data = (text: string, number: bigint, chainId: bigint) => ({
  domain: { name: 'Lianpu', version: '1', chainId, verifyingContract: `0x${'ab'.repeat(20)}` as const },
  types,
  message: { text, number },
});

it('a key that is held signs what ethers signs with it, whatever is said and for whichever chain', async () => {
  await fc.assert(
    fc.asyncProperty(
      key,
      fc.string(),
      fc.bigInt(0n, 2n ** 256n - 1n),
      fc.bigInt(1n, 9n),
      async (secret, ...said) => {
        const wallet = new Wallet(secret);
        const { domain, message } = data(...said);
        const expected = await wallet.signTypedData(domain, types, message);
        for (const signer of [wallet, new NonceManager(wallet)]) {
          expect(await openSigner(signer).sign(data(...said))).toBe(expected);
        }
        expect(await openSigner(wallet).account()).toBe(wallet.address.toLowerCase());
      },
    ),
    { numRuns: 30 },
  );
});

it('a signer that keeps its key to itself is asked', async () => {
  const inner = new Wallet(`0x${'7'.repeat(64)}`);
  class Elsewhere extends AbstractSigner {
    override getAddress = () => inner.getAddress();
    override connect = () => this;
    override signTransaction = () => Promise.reject(new Error('expected no transaction'));
    override signMessage = () => Promise.reject(new Error('expected no message'));
    override signTypedData = (
      domain: TypedDataDomain,
      types: Record<string, TypedDataField[]>,
      value: Record<string, unknown>,
    ) => inner.signTypedData(domain, types, value);
  }
  const said = data('a word', 3n, 1n);
  expect(await openSigner(new Elsewhere()).sign(said)).toBe(await openSigner(inner).sign(said));
});
