import { fromBase64 } from '../../kernel/bytesText.ts';
import { hashBytes } from '../../kernel/json/canonicalJson.ts';
import type { Block, Hex } from '../../kernel/values.ts';
import type { DecisionRecord, ReceiptFile } from '../../check/receipt/Receipt.ts';
import { hashDecision } from '../../check/receipt/receiptData.ts';
import { compare } from '../compare.ts';
import type { Row } from '../Verification.ts';

/**
 * Whether a receipt agrees with itself: the record with its entry and its decision, and the documents and entries in
 * the file with those the record names.
 *
 * @param signer The account that has to have signed, where the verifier knows it.
 */
export function receiptRows(file: ReceiptFile, record: DecisionRecord, signer: Hex | undefined): Row[] {
  const { envelope, index, contract, chainId } = file.entry;
  const { decision, deployment, author } = record;
  const { size } = decision.log;
  return [
    compare('entry-type', 'decision', envelope.type),
    compare('entry-subject', hashDecision(decision), envelope.subject),
    compare('entry-author', author, envelope.author),
    compare('log-contract', deployment.log, contract),
    compare('log-chain', `${deployment.chainId}`, `${chainId}`),
    compare('stated-time', `${decision.decided}`, `${record.stated}`),
    // What a decision was made by stood in the log before it.
    compare('log-size', `${Math.min(size, index)}`, `${size}`),
    ...documentRows(file, record),
    ...loggedRows(file, record),
    compare('signer', signer, author),
  ];
}

/** Whether the block a decision was true at is the chain's. */
export function blockRows({ decision }: DecisionRecord, block: Block | null | undefined): Row[] {
  const { hash, timestamp } = decision.block;
  return [
    compare('block', block && block.hash, hash),
    compare('block-time', block && `${block.timestamp}`, `${timestamp}`),
  ];
}

/** Each document that is said to have been there has to be in the file. */
function documentRows(file: ReceiptFile, record: DecisionRecord): Row[] {
  const hashes = new Set(file.documents.map((text) => hashBytes(fromBase64(text))));
  return record.documents
    .filter(({ here }) => here)
    .map(({ hash }) => compare('terms-document', hash, hashes.has(hash) ? hash : null));
}

function loggedRows(file: ReceiptFile, record: DecisionRecord): Row[] {
  const { contract } = file.entry;
  const count = Math.max(record.logged.length, file.logged.length);
  return Array.from({ length: count }, (_, at) => {
    const [named, held] = [record.logged[at], file.logged[at]];
    return compare(
      'logged-entries',
      named === undefined ? null : `${contract} ${named}`,
      held === undefined ? null : `${held.contract} ${held.index}`,
    );
  });
}
