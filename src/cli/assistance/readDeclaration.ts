import { z } from 'zod';
import { toDeclaration, Declaration, type DeclarationDraft } from '../../assistance/record/Declaration.ts';
import { readDraft } from '../terminal/readInput.ts';

/**
 * How a work was made, from a JSON file: a list of steps, or an object with them and what else there is to say.
 *
 * @throws LedgerError `input-invalid` naming file and field, `json-malformed`.
 */
export async function readDeclaration(file: string): Promise<DeclarationDraft> {
  return (await readDraft(file, z.preprocess(toDeclaration, Declaration))) as DeclarationDraft;
}
