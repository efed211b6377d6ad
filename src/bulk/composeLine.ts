import { hash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../canonical.ts';
import { inOrder } from '../work/Registration.ts';
import { Metadata } from '../work/Metadata.ts';
import type { LoggedPayload } from '../work/registrationPayload.ts';
import { metadataOf, registrationOf } from '../work/WorkDraft.ts';
import { requireSensible, type WorkLine } from '../work/WorkLine.ts';

/**
 * What is logged of a line: the payload of its leaf, and the metadata that names, as canonical JSON.
 *
 * @throws LedgerError `input-invalid`, `shares-exceed-whole`, `use-above-ceiling` for what no contract would take,
 * `json-malformed` for traits that are no JSON every reader understands the same.
 */
export function composeLine(line: WorkLine): { payload: LoggedPayload; document: string } {
  const { content, aiSummary, sources, termsId, signature } = line;
  const metadata = metadataOf(line, content, aiSummary, sources);
  const document = canonicalJson(sources.length === 0 ? metadata : z.encode(Metadata, metadata));
  const registration = registrationOf(line, metadata, `0x${hash('sha256', document)}`, inOrder(sources));
  requireSensible(registration);
  return { payload: { registration, termsId, signature }, document };
}
