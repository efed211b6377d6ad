import type { Hex } from '../../kernel/values.ts';
import { address, hash, workId } from '../command/arguments.ts';

/** @throws LedgerError `input-invalid`, naming the argument. */
export function readLicence([work = '', terms = '', account = '']: readonly string[]): {
  workId: bigint;
  termsId: Hex;
  licensee: Hex;
} {
  return { workId: workId(work), termsId: hash(terms, 'TERMS'), licensee: address(account, 'LICENSEE') };
}
