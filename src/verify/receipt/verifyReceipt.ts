import { z } from 'zod';
import { DecisionRecord, ReceiptFile } from '../../check/receipt/Receipt.ts';
import { receiptData } from '../../check/receipt/receiptData.ts';
import { fromBase64 } from '../../kernel/bytesText.ts';
import { decodeDocument, parseInput } from '../../kernel/json/parseInput.ts';
import { Signature, type Hex } from '../../kernel/values.ts';
import type { Bundle } from '../../log/Bundle.ts';
import { compare, hasFailed } from '../compare.ts';
import { conclude } from '../conclude.ts';
import { anchorRows, findEvidence } from '../entry/anchorRows.ts';
import { entryRows, type EntryExpectations } from '../entry/entryRows.ts';
import type { ChainGround, Ground } from '../Ground.ts';
import type { Row, Verification } from '../Verification.ts';
import { decideAgain } from './decideAgain.ts';
import { blockRows, receiptRows } from './receiptRows.ts';

interface ReceiptExpectations extends EntryExpectations {
  /** The account that has to have signed. */
  signer?: Hex | undefined;
}

export interface ReceiptVerification extends Verification {
  entry: Bundle;
  record: DecisionRecord;
}

const SignedDecision = z.strictObject({ record: DecisionRecord, signature: Signature });

/**
 * Verifies a receipt of a licence check, up to the decision itself. It needs no service.
 *
 * 1. The receipt by itself: record, decision, entries and documents.
 * 2. The roots of its entries by the ground.
 * 3. The author's signature, of an account or a contract wallet.
 * 4. The block the decision was true at, by the chain.
 * 5. The decision: made again from the chain's events up to that block.
 *
 * A step is made only if all before it holds; 4 and 5 need a chain.
 *
 * @param file What `lianpu licence check --receipt` wrote.
 * @throws LedgerError `input-invalid` or `json-malformed` for what is no receipt, `checkpoint-invalid`,
 * `chain-unreachable`.
 */
export async function verifyReceipt(
  file: unknown,
  ground: Ground,
  expectations: ReceiptExpectations = {},
): Promise<ReceiptVerification> {
  const receipt = parseInput(ReceiptFile, file);
  const { record, signature } = decodeDocument(SignedDecision, fromBase64(receipt.entry.payload));
  const rows = [
    ...receiptRows(receipt, record, expectations.signer),
    ...bundlesIn(receipt).flatMap((one) => entryRows(one, expectations, { entry: one.index })),
  ];
  const groundIf = () => (hasFailed(rows) ? undefined : ground);
  rows.push(...(await rootRows(receipt, groundIf())));
  rows.push(await signatureRow(record, signature, groundIf()));
  const chain = groundIf();
  rows.push(...(await decisionRows(receipt, record, chain?.against === 'chain' ? chain : undefined)));
  return { ...conclude(ground.against, rows, ['author-signature']), entry: receipt.entry, record };
}

/** Its own entry, and those of works that were in the log only. */
function bundlesIn({ entry, logged }: ReceiptFile): Bundle[] {
  return [entry, ...logged];
}

async function rootRows(receipt: ReceiptFile, ground: Ground | undefined): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of bundlesIn(receipt)) {
    // A root that was given is that of the receipt's own entry.
    const asked = one === receipt.entry || ground?.against === 'chain' ? ground : undefined;
    const claim = { ...one, ...one.anchor };
    rows.push(...anchorRows(claim, await findEvidence(asked, claim), { entry: one.index }));
  }
  return rows;
}

async function signatureRow(
  record: DecisionRecord,
  signature: Hex,
  ground: Ground | undefined,
): Promise<Row> {
  const { author, deployment } = record;
  const isSigned = await ground?.verifySignature(author, receiptData(deployment, record), signature);
  return compare(
    'author-signature',
    isSigned === undefined || isSigned === null ? undefined : author,
    isSigned === true ? author : null,
  );
}

async function decisionRows(
  receipt: ReceiptFile,
  record: DecisionRecord,
  chain: ChainGround | undefined,
): Promise<Row[]> {
  const { decision, deployment } = record;
  const block = chain && ((await chain.findBlock(decision.block.number)) ?? null);
  const rows = blockRows(record, block);
  // An answer that an index behind the chain gave rests on no facts.
  if (chain === undefined || hasFailed(rows) || decision.reason === 'index-behind') {
    return [...rows, compare('decision', undefined, null)];
  }
  const again = await chain.rebuildFacts(deployment, decision.block.number, (facts) =>
    decideAgain(receipt, record, facts),
  );
  return [...rows, ...again];
}
