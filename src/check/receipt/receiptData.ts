import { z } from 'zod';
import { hashJson } from '../../kernel/json/canonicalJson.ts';
import type { Deployment } from '../../ports/Deployment.ts';
import type { TypedData } from '../../ports/TypedData.ts';
import { native, type Hex } from '../../kernel/values.ts';
import { toDomain } from '../../work/Registration.ts';
import { Decision } from '../Decision.ts';
import { DecisionRecord } from './Receipt.ts';

/** The EIP-712 types of what the service signs, in the domain of the log's contract. */
const receiptTypes = {
  DecisionReceipt: [
    /** SHA-256 of the record's canonical JSON, in which all of the following stands, too. */
    { name: 'record', type: 'bytes32' },
    { name: 'verdict', type: 'string' },
    { name: 'workId', type: 'uint256' },
    { name: 'licensee', type: 'address' },
    { name: 'use', type: 'string' },
    { name: 'block', type: 'uint256' },
    { name: 'stated', type: 'uint256' },
  ],
};

/** What the service signs of a decision. An unknown work is zero, and so is nobody. */
export function receiptData(
  { chainId, log }: Pick<Deployment, 'chainId' | 'log'>,
  record: DecisionRecord,
): TypedData {
  const { decision, stated } = record;
  const { verdict, workId, question, block } = decision;
  return {
    domain: toDomain(chainId, log),
    types: receiptTypes,
    message: {
      record: hashJson(z.encode(DecisionRecord, record)),
      verdict,
      workId: workId ?? 0n,
      licensee: question.licensee ?? native,
      use: question.use,
      block: block.number,
      stated,
    },
  };
}

/** The subject of a decision's entry: SHA-256 of its canonical JSON. */
export function hashDecision(decision: Decision): Hex {
  return hashJson(z.encode(Decision, decision));
}
