import type { Command } from 'commander';
import { setTimeout } from 'node:timers/promises';
import { canonicalJson } from '../../kernel/json/canonicalJson.ts';
import { parseInput } from '../../kernel/json/parseInput.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { Decision } from '../../check/Decision.ts';
import { CheckRequest, mediums, purposes } from '../../check/Question.ts';
import { CheckAnswer, ReceiptFile } from '../../check/receipt/Receipt.ts';
import { industryNames, recipientNames } from '../../terms/profile/profile.ts';
import { useNames } from '../../work/Uses.ts';
import { address, use, workId } from '../command/arguments.ts';
import type { Cli } from '../command/Cli.ts';
import { exitCodeOfVerdict, exitCodes } from '../command/exitCodes.ts';
import { example, run } from '../command/run.ts';
import { showDecision } from './showDecision.ts';
import { writeOutput } from '../terminal/writeOutput.ts';
import { z } from 'zod';

interface CheckFlags {
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
  explain?: boolean;
  receipt?: string;
}

/** Milliseconds to wait for an anchor that covers a receipt. */
const patience = 60_000;

export function checkCommand(licence: Command): void {
  licence
    .command('check [work]')
    .description('Ask whether an account may put a work to a use, here, for this')
    .option('--token <token>', 'instead of WORK: its token, eip155:…/erc721:…/… (CAIP-19)')
    .option('--file <file>', 'instead of WORK: the file itself')
    .option('--hash <hash>', 'instead of WORK: the SHA-256 of the file')
    .option('--licensee <address>', 'who would use it; nobody unless given')
    .requiredOption('--use <use>', `one of ${useNames.join(', ')}`)
    .option('--purpose <purpose...>', `what it is for: ${purposes.join(', ')}`)
    .option('--territory <code...>', 'where: ISO 3166 or UN M49, such as ID, CN-62 or 035')
    .option('--medium <medium...>', `by what: ${mediums.join(', ')}`)
    .option('--industry <industry...>', industryNames.join(', '))
    .option('--language <tag...>', 'in which language, such as zh-Hant')
    .option('--recipient <recipient...>', `who gets it: ${recipientNames.join(', ')}`)
    .option('--time <instant>', 'when, with its zone, such as 2026-08-01T12:00:00Z; now unless given')
    .option('--count <number>', 'how often it was used before')
    .option('--resolution <number>', 'in dots per inch; of pixels, as 1200px')
    .option('--fact <name=value...>', 'whatever else terms ask for, by left operand')
    .option('--explain', 'say what was looked at, in order, and what each said')
    .option('--receipt <file>', 'write the signed answer with all that proves it, for `lianpu verify`')
    .addHelpText(
      'after',
      example(
        'lianpu licence check WORK --licensee 0x… --use embedInGame && publish',
        'lianpu licence check --file mask.png --licensee 0x… --use display --purpose education --territory ID',
        'lianpu licence check WORK --licensee 0x… --use display --explain --receipt receipt.json',
      ) +
        '\n\nExits 0 if permitted, with duties or without, 3 if denied, 4 if nobody can tell, 5 if nobody registered the work.',
    )
    .action(
      run<CheckFlags>(async (cli, id) => {
        const { explain, receipt } = cli.options;
        const asked = await questionOf(cli, id);
        const session = cli.reading();
        // As the SDK asks it, without loading what the rest of a licence's life needs: scripts ask before each use.
        const body = {
          ...asked,
          ...(explain ? { explain } : {}),
          ...(receipt === undefined ? {} : { receipt: true }),
        };
        const decision = await session.http.post(CheckAnswer, '/v1/checks', body);
        if (receipt !== undefined) await writeReceipt(cli, receipt, decision);
        return {
          data: decision,
          text: () => showDecision(decision),
          exitCode: exitCodeOf(decision),
        };
      }),
    );
}

/** What is asked, checked before anything is sent. */
async function questionOf(
  { options }: Cli<CheckFlags>,
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
    count: count === undefined ? undefined : numberOf(count, '--count'),
    resolution: resolution === undefined ? undefined : resolutionOf(resolution),
    facts: fact === undefined ? undefined : factsOf(fact),
  };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  try {
    return parseInput(CheckRequest, given);
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    // People gave options, and not fields.
    const message = cause.message.replace(/^(\w+)/, (name) => flagOf[name] ?? `--${name}`);
    throw new LedgerError(cause.code, message, { cause, details: cause.details });
  }
}

const flagOf: Record<string, string> = { workId: 'WORK', contentHash: '--hash', facts: '--fact' };

async function hashFile(file: string): Promise<string> {
  const [{ readBytes }, { hashBytes }] = await Promise.all([
    import('../terminal/readInput.ts'),
    import('../../kernel/json/canonicalJson.ts'),
  ]);
  return hashBytes(await readBytes(file));
}

function numberOf(text: string, name: string): number {
  const number = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isNaN(number)) return number;
  throw new LedgerError('input-invalid', `${name}: expected a number, got ${text}`);
}

function resolutionOf(text: string) {
  return text.endsWith('px')
    ? { pixels: numberOf(text.slice(0, -2), '--resolution') }
    : numberOf(text, '--resolution');
}

/** Facts as NAME=VALUE; one that is named again has several values. */
function factsOf(given: readonly string[]): Record<string, string[]> {
  const facts = new Map<string, string[]>();
  for (const one of given) {
    const at = one.indexOf('=');
    if (at < 1) throw new LedgerError('input-invalid', `--fact: expected NAME=VALUE, got ${one}`);
    const name = one.slice(0, at);
    facts.set(name, [...(facts.get(name) ?? []), one.slice(at + 1)]);
  }
  return Object.fromEntries(facts);
}

/** Waits for an anchor that covers the receipt: only then anybody can check it. */
async function writeReceipt(cli: Cli<CheckFlags>, file: string, { receipt }: CheckAnswer): Promise<void> {
  if (receipt === undefined) throw new LedgerError('service-failed', 'expected a receipt, got none');
  const { http } = cli.reading();
  cli.progress('waiting for the log to be anchored');
  for (const end = Date.now() + patience; ; await setTimeout(500)) {
    try {
      const found = await http.get(ReceiptFile, `/v1/receipts/${receipt.index}`);
      await writeOutput(file, `${canonicalJson(z.encode(ReceiptFile, found))}\n`);
      return;
    } catch (error) {
      const early = error instanceof LedgerError && error.code === 'entry-unanchored';
      if (!early || Date.now() > end) throw error;
    }
  }
}

/** A work that nobody registered is not found; of all else the verdict says it. */
function exitCodeOf({ verdict, reason }: Decision): number {
  return reason === 'work-unknown' ? exitCodes.notFound : exitCodeOfVerdict(verdict);
}
