import { findTitle } from '../../terms/document/findTitle.ts';
import type { Lianpu } from '../../sdk/connectLianpu.ts';
import type { WorkTrace } from '../../trace/Trace.ts';
import type { Hex } from '../../kernel/values.ts';
import type { DescribedWork } from '../../work/Work.ts';
import type { LocalTexts } from '../reader/textIn.ts';

/** All a work's page shows. */
export interface Dossier {
  work: DescribedWork;
  trace: WorkTrace;
  /** The works of the lineage, this one with them. */
  relatives: ReadonlyMap<bigint, DescribedWork>;
  /** What accounts call themselves. */
  names: ReadonlyMap<Hex, LocalTexts>;
  /** Titles of the terms it is offered under, by terms id. */
  termsTitles: ReadonlyMap<Hex, LocalTexts>;
}

/** Relatives shown with picture and title; the rest of a very large lineage is listed by title alone. */
const mostRelatives = 40;

/** @throws LedgerError `work-unknown`, `service-unreachable`, …. */
export async function readDossier(lianpu: Lianpu, workId: bigint): Promise<Dossier> {
  const [work, trace] = await Promise.all([lianpu.work.find(workId), lianpu.trace.work(workId)]);
  const near = trace.lineage
    .filter((relative) => relative.workId !== workId)
    .sort((a, b) => Math.abs(a.generation) - Math.abs(b.generation))
    .slice(0, mostRelatives);
  const found = await Promise.all(near.map((relative) => lianpu.work.find(relative.workId)));
  const titles = await Promise.all(
    trace.offers.map(
      async ({ termsId, terms }) => [termsId, await termsTitle(lianpu, terms.documentHash)] as const,
    ),
  );
  return {
    work,
    trace,
    relatives: new Map([work, ...found].map((one) => [one.workId, one])),
    names: ownNames([work, ...found]),
    termsTitles: new Map(
      titles.flatMap(([termsId, title]) => (title === null ? [] : [[termsId, title] as const])),
    ),
  };
}

/** A name counts only where the account that signed the work gave it to itself. */
function ownNames(works: readonly DescribedWork[]): Map<Hex, LocalTexts> {
  const names = new Map<Hex, LocalTexts>();
  for (const { creator, metadata } of works) {
    for (const { name, account } of metadata?.creators ?? [])
      if (account === creator) names.set(account, name);
  }
  return names;
}

/** Null while nobody brought the document of the terms, or if it has no title. */
async function termsTitle(lianpu: Lianpu, documentHash: Hex): Promise<LocalTexts | null> {
  try {
    const text = new TextDecoder().decode(await lianpu.work.file(documentHash));
    return findTitle(JSON.parse(text)) ?? null;
  } catch {
    return null;
  }
}
