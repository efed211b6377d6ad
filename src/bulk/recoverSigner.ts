import { createRequire } from 'node:module';
import { createKeccak } from 'hash-wasm';
import secp256k1 from 'secp256k1';
import type { Hex } from '../kernel/values.ts';

const keccak = await createKeccak(256);
/** Half the curve's order: of two signatures that say the same, the one above it is refused (EIP-2). */
const halfOrder = Buffer.from('7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0', 'hex');

/** Whether signatures are checked by the native library; where it was not built for the machine, JavaScript does. */
export const isNative = hasBindings();

/** The account whose key made a signature over a digest; undefined for one that is malformed. */
export function recoverSigner(digest: Uint8Array, signature: Hex): Hex | undefined {
  if (signature.length !== 2 + 2 * 65) return undefined;
  const bytes = Buffer.from(signature.slice(2), 'hex');
  const v = bytes[64];
  if ((v !== 27 && v !== 28) || bytes.subarray(32, 64).compare(halfOrder) > 0) return undefined;
  try {
    const key = secp256k1.ecdsaRecover(bytes.subarray(0, 64), v - 27, digest, false);
    const hash = keccak.init().update(key.subarray(1)).digest('binary');
    return `0x${Buffer.from(hash.subarray(12)).toString('hex')}`;
  } catch {
    return undefined;
  }
}

function hasBindings(): boolean {
  try {
    createRequire(import.meta.url)('secp256k1/bindings');
    return true;
  } catch {
    return false;
  }
}
