import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { disclosures } from '../../assistance/record/Assistance.ts';
import { Opening } from '../../assistance/record/Opening.ts';
import { parseInput } from '../../kernel/json/parseInput.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { Disclosing } from '../../sdk/client/withhold.ts';
import { toJson } from '../../kernel/values.ts';
import { oneOf } from '../command/arguments.ts';
import { readJson } from '../terminal/readInput.ts';
import { writeNew } from '../terminal/writeNew.ts';

/** What the command line says of how much everybody can read. */
export interface DisclosingOptions {
  disclosure: string;
  reader: string[];
  opening?: string;
}

/** Adds the options that say how much of a record everybody can read. */
export function withDisclosing(command: Command): Command {
  return command
    .option('--disclosure <level>', `one of ${disclosures.join(', ')}`, 'public')
    .option('--reader <recipient>', 'a reader it is encrypted to, age1…; can be given again', add, [])
    .option('--opening <file>', 'where to keep what opens a withheld record: without it nobody can read it');
}

/**
 * How a record is disclosed. What opens a withheld one is on disk before anything is sent; where it was kept already,
 * declaring goes on where it was cut off.
 *
 * @throws LedgerError `input-invalid` for options that do not go together.
 */
export async function disclosingOf(options: DisclosingOptions): Promise<Disclosing> {
  const { reader, opening: file } = options;
  const disclosure = oneOf(disclosures, options.disclosure, '--disclosure');
  if ((disclosure === 'readers') !== reader.length > 0) {
    throw refused('--reader', 'expected readers with --disclosure readers, and only there');
  }
  if (disclosure === 'public') {
    if (file === undefined) return { disclosure };
    throw refused('--opening', 'expected it where something is withheld');
  }
  if (file === undefined) throw refused('--opening', `expected a file to keep what opens it, got none`);
  const kept = (await exists(file)) ? await readOpening(file) : undefined;
  const keep = async (opening: Opening) => {
    if (kept === undefined) await writeNew(file, `${toJson(z.encode(Opening, opening), 2)}\n`);
  };
  return { disclosure, readers: reader, keep, kept };
}

/** @throws LedgerError `input-invalid` naming file and field, `json-malformed`. */
export async function readOpening(file: string): Promise<Opening> {
  return parseInput(Opening, await readJson(file), file);
}

async function exists(file: string): Promise<boolean> {
  return await readFile(file).then(
    () => true,
    () => false,
  );
}

function add(value: string, before: string[]): string[] {
  return [...before, value];
}

function refused(field: string, message: string): LedgerError {
  return new LedgerError('input-invalid', `${field}: ${message}`, {
    details: { issues: [{ field, message }] },
  });
}
