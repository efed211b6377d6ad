import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { disclosures } from '../../assistance/record/Assistance.ts';
import { Opening } from '../../assistance/record/Opening.ts';
import { refuseInput } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import { toJson } from '../../kernel/values.ts';
import type { Disclosing } from '../../sdk/client/withhold.ts';
import { oneOf } from '../command/arguments.ts';
import type { Say } from '../command/Say.ts';
import { repeatable } from '../command/repeatable.ts';
import { writeNew } from '../terminal/writeNew.ts';
import { readOpening } from './readOpening.ts';

/** How much of a record everyone can read. */
export interface DisclosingOptions {
  disclosure: string;
  reader?: string[];
  opening?: string;
}

export function addDisclosingOptions(say: Say, command: Command): Command {
  const levels = say('cli.one-of', { names: disclosures.join(', ') });
  return command
    .option('--disclosure <level>', say('cli.assistance.disclosure', { levels }), 'public')
    .option('--reader <recipient>', say('cli.assistance.reader-option'), repeatable)
    .option('--opening <file>', say('cli.assistance.opening-option'));
}

/**
 * The disclosure that the options ask for. The opening of a withheld record is on disk before anything is sent; a kept
 * one is used again, so that an interrupted declaration can be resumed.
 *
 * @throws LedgerError `input-invalid` for options that exclude each other.
 */
export async function readDisclosing(options: DisclosingOptions): Promise<Disclosing> {
  const { reader = [], opening: file } = options;
  const disclosure = oneOf(disclosures, options.disclosure, '--disclosure');
  if ((disclosure === 'readers') !== reader.length > 0) {
    throw refuseInput([{ field: '--reader', fault: message('errors.readers-choice') }]);
  }
  if (disclosure === 'public') {
    if (file === undefined) return { disclosure };
    throw refuseInput([{ field: '--opening', fault: message('errors.opening-unexpected') }]);
  }
  if (file === undefined) {
    throw refuseInput([{ field: '--opening', fault: message('errors.opening-missing') }]);
  }
  const kept = (await exists(file)) ? await readOpening(file) : undefined;
  const keep = async (opening: Opening) => {
    if (kept === undefined) await writeNew(file, `${toJson(z.encode(Opening, opening), 2)}\n`);
  };
  return { disclosure, readers: reader, keep, kept };
}

async function exists(file: string): Promise<boolean> {
  return await readFile(file).then(
    () => true,
    () => false,
  );
}
