import type { RootGround, TrustedRoot } from '../Ground.ts';

/**
 * Roots of the log that the verifier knows to be anchored, from elsewhere. Nobody is asked.
 *
 * @example
 * await verifyEntry(file, rootGround({ root, size }))
 */
export function rootGround(...roots: readonly TrustedRoot[]): RootGround {
  return {
    against: 'root',
    roots,
    verifySignature: async (...asked) => {
      const { recovers } = await import('../../chain/verifySignature.ts');
      // Whether a contract wallet signed, only the chain can tell.
      return recovers(...asked) ? true : null;
    },
  };
}
