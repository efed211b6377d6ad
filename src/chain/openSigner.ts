import { BaseWallet, concat, getBytes, keccak256, NonceManager, TypedDataEncoder, type Signer } from 'ethers';
import secp256k1 from 'secp256k1';
import type { Ledger } from '../ports/Ledger.ts';
import type { TypedData } from '../ports/TypedData.ts';
import type { Hex } from '../kernel/values.ts';

/**
 * The service's own account, which signs what the service says (EIP-712). A key that is held here signs by the native
 * library, in a quarter of the time; any other signer is asked.
 */
export function openSigner(relayer: Signer): Ledger['signer'] {
  const signer = relayer instanceof NonceManager ? relayer.signer : relayer;
  const digest = createDigest();
  const key = signer instanceof BaseWallet ? getBytes(signer.privateKey) : undefined;
  return {
    account: async () => (await signer.getAddress()).toLowerCase() as Hex,
    sign: async (data) =>
      key === undefined
        ? ((await signer.signTypedData(data.domain, data.types, data.message)).toLowerCase() as Hex)
        : signDigest(digest(data), key),
  };
}

function signDigest(digest: Uint8Array, key: Uint8Array): Hex {
  const { signature, recid } = secp256k1.ecdsaSign(digest, key);
  return `0x${Buffer.from(signature).toString('hex')}${(27 + recid).toString(16)}`;
}

/** EIP-712: keccak256 of 0x1901, the domain's hash and the message's. An encoder is made once of each set of types. */
function createDigest(): (data: TypedData) => Uint8Array {
  const encoders = new WeakMap<TypedData['types'], TypedDataEncoder>();
  return ({ domain, types, message }) => {
    const encoder = encoders.get(types) ?? TypedDataEncoder.from(types);
    encoders.set(types, encoder);
    const hashes = ['0x1901', TypedDataEncoder.hashDomain(domain), encoder.hash(message)];
    return getBytes(keccak256(concat(hashes)));
  };
}
