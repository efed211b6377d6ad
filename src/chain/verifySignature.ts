import { Contract, Signature, TypedDataEncoder, verifyTypedData, type Provider } from 'ethers';
import type { TypedData } from '../ports/TypedData.ts';
import type { Hex } from '../kernel/values.ts';

/** What a contract wallet's word may cost: it decides that itself, and somebody else pays. */
const walletGas = 4_000_000n;

/** What a contract wallet answers to a signature it takes as its own (ERC-1271). */
const valid = '0x1626ba7e';

/** Whether `signer` signed the typed data: an account's own key, or a contract wallet's word (ERC-1271). */
export async function verifySignature(
  provider: Provider,
  signer: Hex,
  data: TypedData,
  signature: Hex,
): Promise<boolean> {
  if (recovers(signer, data, signature)) return true;
  if ((await provider.getCode(signer)) === '0x') return false;
  const wallet = new Contract(
    signer,
    ['function isValidSignature(bytes32,bytes) view returns (bytes4)'],
    provider,
  );
  const { domain, types, message } = data;
  const digest = TypedDataEncoder.hash(domain, types, message);
  const answer: unknown = await wallet
    .getFunction('isValidSignature')(digest, signature, { gasLimit: walletGas })
    .catch(() => undefined);
  return answer === valid;
}

/** Whether a signature is of the key behind an account; no contract wallet's is. */
export function recovers(signer: Hex, { domain, types, message }: TypedData, signature: Hex): boolean {
  try {
    // One form of a signature only: 65 bytes, v 27 or 28, low s.
    if (Signature.from(signature).serialized !== signature.toLowerCase()) return false;
    return verifyTypedData(domain, types, message, signature).toLowerCase() === signer.toLowerCase();
  } catch {
    return false;
  }
}
