import { Contract, Signature, type TypedDataDomain } from 'ethers';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Hex } from '../../kernel/values.ts';
import { signatureLife, type Sender } from './session.ts';

const types = {
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
};

/**
 * Signs that the royalty ledger may draw an amount of a token (ERC-2612).
 *
 * @throws LedgerError `currency-refused` for a token that takes no permits, or does not say under which domain.
 */
export async function signPermit(
  { signer, account, deployment }: Sender,
  currency: Hex,
  amount: bigint,
): Promise<{ deadline: number; v: number; r: string; s: string }> {
  const token = new Contract(
    currency,
    [
      'function nonces(address owner) view returns (uint256)',
      'function eip712Domain() view returns (bytes1, string, string, uint256, address, bytes32, uint256[])',
    ],
    signer,
  );
  const { royalties, chainId } = deployment;
  const deadline = Math.floor(Date.now() / 1000) + signatureLife;
  let domain: TypedDataDomain;
  let nonce: bigint;
  try {
    nonce = (await token.getFunction('nonces')(account)) as bigint;
    // ERC-5267: the token itself returns the domain of its signatures.
    const [, name, version] = (await token.getFunction('eip712Domain')()) as [string, string, string];
    domain = { name, version, chainId, verifyingContract: currency };
  } catch (cause) {
    throw new LedgerError('currency-refused', message('errors.token-permit', { currency }), {
      cause,
    });
  }
  const permit = { owner: account, spender: royalties, value: amount, nonce, deadline };
  const { v, r, s } = Signature.from(await signer.signTypedData(domain, types, permit));
  return { deadline, v, r, s };
}
