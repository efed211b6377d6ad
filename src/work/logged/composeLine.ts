import { z } from 'zod';
import { refuseInput } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import type { Hex } from '../../kernel/values.ts';
import { canonicalJson, hashText } from '../../kernel/json/canonicalJson.ts';
import { inOrder } from '../Registration.ts';
import { Metadata } from '../Metadata.ts';
import type { LoggedPayload } from './registrationPayload.ts';
import { toMetadata, toRegistration } from '../WorkDraft.ts';
import { requireSensible, type WorkLine } from './WorkLine.ts';

/**
 * What is logged of a line: the payload of its leaf, and the metadata that names, as canonical JSON.
 *
 * @throws LedgerError `input-invalid`, `shares-exceed-whole`, `use-above-ceiling` for what no contract would take,
 * `json-malformed` for traits that are no JSON every reader understands the same.
 *
 * @param hashOf SHA-256 of a text; a faster one where there is one.
 */
export function composeLine(
  line: WorkLine,
  hashOf: (text: string) => Hex = hashText,
): { payload: LoggedPayload; document: string } {
  const { content, aiSummary, sources, termsId, signature } = line;
  const creators = withAccount(line.creators, line.creator);
  const metadata = toMetadata({ ...line, creators }, content, aiSummary, sources);
  const document = canonicalJson(sources.length === 0 ? metadata : z.encode(Metadata, metadata));
  const registration = toRegistration(line, metadata, hashOf(document), inOrder(sources));
  requireSensible(registration);
  return { payload: { registration, termsId, signature }, document };
}

/** The metadata names the creator's account: where an operator vouches, nothing else in the record does. */
function withAccount(creators: WorkLine['creators'], creator: Hex): WorkLine['creators'] {
  if (creators.some(({ account }) => account === creator)) return creators;
  const place = creators.findIndex(({ account }) => account === undefined);
  if (place < 0) {
    throw refuseInput([
      {
        field: 'creators',
        fault: message('errors.creator-account', { creator }),
      },
    ]);
  }
  return creators.map(({ name }, i) =>
    i === place ? { account: creator, name } : (creators[i] as { name: typeof name }),
  );
}
