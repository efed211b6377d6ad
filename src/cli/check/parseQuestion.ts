import type { z } from 'zod';
import { hashBytes } from '../../kernel/json/canonicalJson.ts';
import { parseInput } from '../../kernel/json/parseInput.ts';
import { refuseValue, renameFields } from '../../kernel/json/refuseInput.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { CheckRequest } from '../../check/Question.ts';
import { address, use, workId } from '../command/arguments.ts';

/** A question as options give it. */
export interface QuestionOptions {
  token?: string;
  file?: string;
  hash?: string;
  licensee?: string;
  use: string;
  purpose?: string[];
  territory?: string[];
  medium?: string[];
  industry?: string[];
  language?: string[];
  recipient?: string[];
  time?: string;
  count?: string;
  resolution?: string;
  fact?: string[];
}

/**
 * What is asked, checked before anything is sent.
 *
 * @throws LedgerError `input-invalid`, naming the option.
 */
export async function parseQuestion(
  options: QuestionOptions,
  id: string | undefined,
): Promise<z.output<typeof CheckRequest>> {
  const { token, file, hash, licensee, time, count, resolution, fact } = options;
  const contentHash = file === undefined ? hash : await hashFile(file);
  const asked = {
    workId: id === undefined ? undefined : `${workId(id)}`,
    token,
    contentHash: contentHash?.toLowerCase(),
    licensee: licensee === undefined ? null : address(licensee, '--licensee'),
    use: use(options.use),
    purpose: options.purpose,
    territory: options.territory,
    medium: options.medium,
    industry: options.industry,
    language: options.language,
    recipient: options.recipient,
    time,
    count: count === undefined ? undefined : parseNumber(count, '--count'),
    resolution: resolution === undefined ? undefined : parseResolution(resolution),
    facts: fact === undefined ? undefined : parseFacts(fact),
  };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  try {
    return parseInput(CheckRequest, given);
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    // People gave options, and not fields.
    throw renameFields(cause, (field) =>
      field.replace(/^(\w+)(\[\d+\])?/, (_, name: string) => flags[name] ?? `--${name}`),
    );
  }
}

/** Options that have another name than their field. */
const flags: Record<string, string> = { workId: 'WORK', contentHash: '--hash', facts: '--fact' };

async function hashFile(file: string): Promise<string> {
  const { readBytes } = await import('../terminal/readInput.ts');
  return hashBytes(await readBytes(file));
}

function parseNumber(text: string, name: string): number {
  const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isNaN(number)) return number;
  throw refuseValue(name, message('errors.a-number'), text);
}

function parseResolution(text: string) {
  return text.endsWith('px')
    ? { pixels: parseNumber(text.slice(0, -2), '--resolution') }
    : parseNumber(text, '--resolution');
}

/** Facts as NAME=VALUE; one that is named again has several values. */
function parseFacts(given: readonly string[]): Record<string, string[]> {
  const facts = new Map<string, string[]>();
  for (const one of given) {
    const at = one.indexOf('=');
    if (at < 1) throw refuseValue('--fact', message('errors.a-named-value'), one);
    const name = one.slice(0, at);
    facts.set(name, [...(facts.get(name) ?? []), one.slice(at + 1)]);
  }
  return Object.fromEntries(facts);
}
