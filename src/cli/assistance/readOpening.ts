import { Opening } from '../../assistance/record/Opening.ts';
import { parseInput } from '../../kernel/json/parseInput.ts';
import { readJson } from '../terminal/readInput.ts';

/** @throws LedgerError `input-invalid` naming file and field, `json-malformed`. */
export async function readOpening(file: string): Promise<Opening> {
  return parseInput(Opening, await readJson(file), file);
}
