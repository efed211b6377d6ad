import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { BulkLedger } from './ports.ts';
import { pickRecords } from '../log/pickRecords.ts';
import { usesFromBits } from '../work/Uses.ts';
import type { Hex } from '../kernel/values.ts';
import { loggedRegistrationData } from '../work/logged/LoggedRegistration.ts';
import { findAbsoluteShares } from '../work/registerWork.ts';
import { namedLines, type Ingested, type LineFault } from './BatchReceipt.ts';
import { cutLines } from './cutLines.ts';
import type { OpenLine, Prepared } from './prepareLines.ts';
import type { Preparing } from './preparing.ts';

/**
 * Logs a stream of registrations, a line of JSON each. A bad line is reported, and the others go on; what was logged
 * stays logged, so a stream that broke off is sent again, whole or from where it broke, and changes nothing twice.
 *
 * @param author The operator who vouches for lines without a signature.
 * @throws whatever the stream throws; what came before is logged.
 */
export async function ingest(
  ledger: BulkLedger,
  preparing: Preparing,
  stream: AsyncIterable<Uint8Array>,
  author: Hex | undefined,
): Promise<Ingested> {
  const { chainId, log } = ledger.deployment;
  const tally = { lines: 0, added: 0, known: 0, refused: 0, first: Infinity, last: -1 };
  const refusedLines: LineFault[] = [];
  const refuse = (lines: LineFault[]) => {
    tally.refused += lines.length;
    tally.lines += lines.length;
    refusedLines.push(...lines.slice(0, namedLines - refusedLines.length));
  };
  let before = 0;
  const take = async (prepared: Prepared) => {
    const offset = before;
    before += prepared.count;
    const numbered = (line: LineFault) => ({ ...line, line: line.line + offset });
    refuse(prepared.refused.map(numbered));
    const { batch, lines } = await keepTrue(ledger, prepared, (line) => refuse([numbered(line)]));
    if (lines.length === 0) return;
    const { indexes, added, refused } = await ledger.log.appendBatch(batch);
    const conflicts = new Set(refused.map(({ at }) => at));
    for (const { at, index } of refused) {
      const fault = message('errors.entry-conflict', { index });
      refuse([numbered({ line: lines[at] ?? 0, code: 'work-conflict', fault })]);
    }
    indexes.forEach((index, at) => {
      if (conflicts.has(at)) return;
      tally.first = Math.min(tally.first, index);
      tally.last = Math.max(tally.last, index);
    });
    tally.lines += lines.length - refused.length;
    tally.added += added;
    tally.known += lines.length - refused.length - added;
  };

  // Blocks are prepared abreast and logged in the order they came, several with one sync.
  const pending: Promise<Prepared>[] = [];
  const logging: Promise<void>[] = [];
  const next = async () => {
    const taken = take(await (pending.shift() as Promise<Prepared>));
    taken.catch(() => undefined);
    logging.push(taken);
    if (logging.length > preparing.width) await logging.shift();
  };
  try {
    for await (const block of cutLines(stream)) {
      const prepared = preparing.prepare(block, { chainId, log, author });
      prepared.catch(() => undefined);
      pending.push(prepared);
      if (pending.length > preparing.width) await next();
    }
  } finally {
    while (pending.length > 0) await next();
    await Promise.all(logging);
  }
  const size = ledger.log.size();
  const { lines, added, known, refused, first, last } = tally;
  const place = last < 0 ? { first: null, last: null } : { first, last };
  refusedLines.sort((a, b) => a.line - b.line);
  return {
    author: author ?? null,
    ...{ lines, added, known, refused, refusedLines },
    log: { size, root: ledger.log.root(size), ...place },
  };
}

/** The records that also hold by what the chain says. */
async function keepTrue(
  ledger: BulkLedger,
  prepared: Prepared,
  refuse: (line: LineFault) => void,
): Promise<Pick<Prepared, 'batch' | 'lines'>> {
  const { batch, lines, open, terms, termsOf } = prepared;
  const wrong = new Map<number, LedgerError>();
  const badTerms = await Promise.all(terms.map((one) => wrongTerms(ledger, one)));
  if (badTerms.some((error) => error !== undefined)) {
    termsOf.forEach((place, at) => {
      const error = badTerms[place - 1];
      if (error !== undefined) wrong.set(at, error);
    });
  }
  for (const line of open) {
    const error = wrong.has(line.at) ? undefined : await wrongLine(ledger, line);
    if (error !== undefined) wrong.set(line.at, error);
  }
  if (wrong.size === 0) return { batch, lines };
  for (const [at, { code, translatable }] of wrong) {
    refuse({ line: lines[at] ?? 0, code, fault: translatable });
  }
  return {
    batch: pickRecords(batch, (at) => !wrong.has(at)),
    lines: lines.filter((_, at) => !wrong.has(at)),
  };
}

async function wrongTerms(
  ledger: BulkLedger,
  { termsId, ceiling }: Prepared['terms'][number],
): Promise<LedgerError | undefined> {
  const terms = await ledger.read((facts) => facts.termsOf(termsId));
  if (terms === undefined) {
    return new LedgerError(
      'terms-unknown',
      message('errors.at-field', { field: 'termsId', fault: message('errors.terms-published', { termsId }) }),
    );
  }
  const above = terms.uses & ~ceiling;
  if (above === 0) return undefined;
  const uses = usesFromBits(above);
  return new LedgerError(
    'use-above-ceiling',
    message('errors.at-field', { field: 'termsId', fault: message('errors.terms-uses', { uses }) }),
  );
}

async function wrongLine(
  ledger: BulkLedger,
  { creator, payload, asks }: OpenLine,
): Promise<LedgerError | undefined> {
  const { registration, signature } = payload;
  try {
    if (asks.includes('signature')) {
      const data = loggedRegistrationData(ledger.deployment, creator, payload);
      if (!(await ledger.chain.verifySignature(creator, data, signature))) {
        throw new LedgerError(
          'signature-invalid',
          message('errors.at-field', {
            field: 'signature',
            fault: message('errors.registration-signature', { creator }),
          }),
        );
      }
    }
    if (asks.includes('registration')) {
      const sourceShares = await ledger.read((facts) => findAbsoluteShares(facts, registration));
      await ledger.chain.requireRegistrableBy(creator, registration, sourceShares);
    }
    return undefined;
  } catch (error) {
    // A chain that does not answer says nothing about the line.
    if (error instanceof LedgerError && error.code !== 'chain-unreachable') return error;
    throw error;
  }
}
