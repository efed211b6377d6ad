import type { TermsLedger } from '../ports.ts';
import { requireWork } from '../../work/findWork.ts';
import { composeNotices } from './composeNotices.ts';
import { deriveSignals } from './deriveSignals.ts';
import { tdmPolicy } from './tdmReservation.ts';
import { composePolicy } from '../findTerms.ts';
import type { Offer } from '../Terms.ts';
import type { CrawlerRules } from './CrawlerRules.ts';
import { policyInWords } from '../words/termsInWords.ts';

/**
 * What a site that shows a work tells crawlers, from all open offers of the work: they may choose among them.
 *
 * @param shown.path Where the site shows it.
 * @param shown.service Where this service is reached, for the addresses of terms; without, there are none.
 * @throws LedgerError `work-unknown`, `input-invalid` for a path or an address that no header can hold.
 */
export async function findCrawlerRules(
  { read, files }: Pick<TermsLedger, 'read' | 'files'>,
  workId: bigint,
  shown: { path?: string | undefined; service?: string | undefined },
): Promise<CrawlerRules> {
  const open = await read(async (facts) => {
    await requireWork(facts, workId);
    return (await facts.offersOf(workId)).filter((offer) => offer.open);
  });
  const policies = await Promise.all(open.map(({ terms }) => composePolicy(files, terms.documentHash)));
  const known = policies.filter((policy) => policy !== undefined);
  const signals = deriveSignals(known);
  const service = shown.service?.replace(/\/+$/, '');
  const statements = composeNotices(signals, {
    path: shown.path,
    policyUrl: service === undefined ? undefined : `${service}/tdm-policy/${workId}`,
    documentUrl: service === undefined ? undefined : findDocumentUrl(open, service),
    words: known.flatMap((policy) => policyInWords(policy, { language: 'en' })),
  });
  return { signals, statements };
}

/** The TDM policy of a work (TDM Reservation Protocol), as `tdm-policy` points to it. */
export async function findTdmPolicy({ read }: Pick<TermsLedger, 'read'>, workId: bigint, service: string) {
  const { creator } = await read((facts) => requireWork(facts, workId));
  return tdmPolicy({
    uid: `${service}/tdm-policy/${workId}`,
    assigner: `urn:lianpu:account:${creator}`,
    url: `${service}/#/works/${workId}`,
  });
}

/** One address can name one document: where there are several, none is better than the wrong one. */
function findDocumentUrl(open: readonly Offer[], service: string): string | undefined {
  const [only, second] = open;
  return only === undefined || second !== undefined
    ? undefined
    : `${service}/v1/files/${only.terms.documentHash}`;
}
