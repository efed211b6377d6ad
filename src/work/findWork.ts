import { hashBytes } from '../kernel/json/canonicalJson.ts';
import type { WorkFacts, WorkFilter, WorkLedger } from './ports.ts';
import type { Log } from '../log/Log.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import { decodeDocument } from '../kernel/json/parseInput.ts';
import { hexId } from '../kernel/values.ts';
import { labelsToBits } from './Labels.ts';
import { Metadata } from './Metadata.ts';
import type { DescribedWork, Work } from './Work.ts';

/**
 * A work with its metadata; null where nobody brought any that agrees with the chain.
 *
 * @throws LedgerError `work-unknown`.
 */
export async function findWork(ledger: WorkLedger, workId: bigint): Promise<DescribedWork> {
  return await describe(ledger, await ledger.read((facts) => requireWork(facts, workId)));
}

/** Works with their metadata, in the order they were registered; `all` counts those of the kind and creator. */
export async function listWorks(
  ledger: WorkLedger,
  filter: WorkFilter,
): Promise<{ works: DescribedWork[]; all: number }> {
  const { works, all } = await ledger.read(async (facts) => ({
    works: await facts.worksOf(filter),
    all: await facts.countWorks(filter),
  }));
  return { works: await Promise.all(works.map((work) => describe(ledger, work))), all };
}

/** @throws LedgerError `work-unknown`. */
export async function requireWork(facts: WorkFacts, workId: bigint): Promise<Work> {
  const work = await facts.workOf(workId);
  if (work === undefined) {
    throw new LedgerError('work-unknown', message('errors.work-unknown', { workId }), {
      details: { workId: `${workId}` },
    });
  }
  return work;
}

/** One title of a work, in English if it has one; null while its metadata is missing. */
export async function findTitle(ledger: WorkLedger, work: Work): Promise<string | null> {
  const { metadata } = await describe(ledger, work);
  return metadata === null ? null : (metadata.title['en'] ?? Object.values(metadata.title)[0] ?? null);
}

/** Metadata that is missing, no metadata, or of another work is none: nobody can spoil a list by what they store. */
async function describe({ files, log }: WorkLedger, work: Work): Promise<DescribedWork> {
  try {
    const bytes = (await files.read(work.metadataHash)) ?? loggedDocument(log, work);
    if (bytes === undefined) return { ...work, metadata: null };
    const metadata = decodeDocument(Metadata, bytes);
    return { ...work, metadata: describes(metadata, work) ? metadata : null };
  } catch (error) {
    if (error instanceof LedgerError) return { ...work, metadata: null };
    throw error;
  }
}

/** The metadata of a work that is in the log, or came from there. */
function loggedDocument(log: Log, { workId, metadataHash }: Work): Uint8Array | undefined {
  return log
    .entriesOf('registration', hexId(workId))
    .map(({ document }) => document)
    .find((document) => hashBytes(document) === metadataHash);
}

/** Whether metadata says of a work what the chain says. */
function describes({ content, kind, aiSummary, labels = [] }: Metadata, work: Work): boolean {
  return (
    content.hash === work.contentHash &&
    kind === work.kind &&
    aiSummary === work.aiSummary &&
    labelsToBits(labels) === labelsToBits(work.labels)
  );
}
