import type { Hex } from '../kernel/values.ts';

/** Files and JSON by the SHA-256 of their bytes. */
export interface Files {
  read(hash: Hex): Promise<Uint8Array | undefined>;
  /** Durable when it returns; writing the same again changes nothing. */
  write(bytes: Uint8Array): Promise<Hex>;
}
