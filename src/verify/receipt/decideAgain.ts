import { z } from 'zod';
import { decideFrom } from '../../check/checkLicence.ts';
import { Decision } from '../../check/Decision.ts';
import type { CheckFacts } from '../../check/ports.ts';
import { openTermsDocuments } from '../../check/evidence/openTermsDocuments.ts';
import { withLogged } from '../../check/evidence/withLogged.ts';
import type { DecisionRecord, ReceiptFile } from '../../check/receipt/Receipt.ts';
import { hashDecision } from '../../check/receipt/receiptData.ts';
import { fromBase64, fromHex, toHex } from '../../kernel/bytesText.ts';
import { canonicalJson, hashBytes } from '../../kernel/json/canonicalJson.ts';
import type { Hex } from '../../kernel/values.ts';
import type { Bundle } from '../../log/Bundle.ts';
import { readContent } from '../../log/envelope.ts';
import type { Entry } from '../../log/Log.ts';
import { hashLeaf } from '../../log/tree/tree.ts';
import { compare } from '../compare.ts';
import type { Row } from '../Verification.ts';

/**
 * Decides once more, from the facts of the block as they were rebuilt from the chain, and with the documents of the
 * receipt.
 *
 * @returns the decision by its hash, and each field that differs.
 */
export async function decideAgain(
  file: ReceiptFile,
  record: DecisionRecord,
  facts: CheckFacts,
): Promise<Row[]> {
  const { decision, deployment } = record;
  const log = logBefore(file, decision.log.size);
  const again = await decideFrom(
    {
      documents: openTermsDocuments({ read: documentReader(file, record) }),
      log,
      now: () => decision.decided,
      deployment,
    },
    withLogged(facts, log),
    decision.question,
    // How the index stood to the chain was known to nobody but the service.
    { explain: decision.trail !== undefined, chain: decision.chain },
  );
  return [
    compare('decision', hashDecision(again), hashDecision(decision)),
    ...differingFields(z.encode(Decision, again), z.encode(Decision, decision)),
  ];
}

/** The entries of the receipt that the log had when it was decided. */
function logBefore(file: ReceiptFile, size: number) {
  const logged = file.logged.map(toEntry).filter(({ index }) => index < size);
  return {
    size: () => size,
    entriesOf: (type: string, subject: Hex) =>
      logged.filter(({ envelope }) => envelope.type === type && envelope.subject === subject),
    registrationsOf: (contentHash: Hex) =>
      logged.filter(
        ({ envelope, payload }) =>
          envelope.type === 'registration' && toHex(readContent(payload)) === contentHash,
      ),
  };
}

function documentReader(file: ReceiptFile, record: DecisionRecord) {
  const documents = new Map(file.documents.map((text) => [hashBytes(fromBase64(text)), fromBase64(text)]));
  const here = new Set(record.documents.filter((one) => one.here).map(({ hash }) => hash));
  return (hash: Hex) => Promise.resolve(here.has(hash) ? documents.get(hash) : undefined);
}

function differingFields(expected: z.input<typeof Decision>, got: z.input<typeof Decision>): Row[] {
  const fields = Object.keys({ ...expected, ...got }) as (keyof z.input<typeof Decision>)[];
  const text = (value: unknown) => (value === undefined ? null : canonicalJson(value));
  return fields
    .filter((field) => text(expected[field]) !== text(got[field]))
    .map((field) => compare('decision-field', text(expected[field]), text(got[field]), { field }));
}

function toEntry({ index, envelope, payload, document, leaf }: Bundle): Entry {
  return {
    index,
    envelope,
    payload: fromBase64(payload),
    document: document === null ? new Uint8Array() : fromBase64(document),
    leafHash: toHex(hashLeaf(fromHex(leaf))),
  };
}
