import { z } from 'zod';
import { asMaking, Making, type MakingDraft } from '../assistance/record/Making.ts';
import { readDraft } from './readInput.ts';

/**
 * How a work was made, from a JSON file: a list of steps, or an object with them and what else there is to say.
 *
 * @throws LedgerError `input-invalid` naming file and field, `json-malformed`.
 */
export async function readMaking(file: string): Promise<MakingDraft> {
  return (await readDraft(file, z.preprocess(asMaking, Making))) as MakingDraft;
}
